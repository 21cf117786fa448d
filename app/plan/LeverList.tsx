import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Grade } from '../../model/map/fields.ts';
import { costOf } from '../../model/map/chosenLevers.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Lever } from '../../model/map/lever.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import type { Plan } from '../../model/map/plan.ts';
import { classNames } from '../design/classNames.ts';
import { formatMoney } from '../design/formatNumber.ts';
import { Switch } from '../design/parts/Switch.tsx';
import { effectSize, effectTarget } from './effectText.ts';
import { GradeBadge } from './GradeBadge.tsx';
import styles from './LeverList.module.css';

export interface LeverListProps {
  readonly map: JourneyMap;
  readonly plan: Plan;
  readonly readOnly: boolean;
  readonly onSwitch: (leverId: Lever['id'], on: boolean) => void;
  /** What can be done with a lever beside switching it. */
  readonly tools: (lever: Lever) => ReactNode;
}

/** The levers of the map: those of the plan can be on or off, the others can be taken into it. */
export function LeverList({ map, plan, readOnly, onSwitch, tools }: LeverListProps) {
  return (
    <ul className={styles['list']}>
      {map.levers.map((lever) => (
        <LeverRow
          key={lever.id}
          map={map}
          lever={lever}
          planned={plan.levers.find((each) => each.leverId === lever.id)}
          readOnly={readOnly}
          onSwitch={(on) => onSwitch(lever.id, on)}
          tools={tools(lever)}
        />
      ))}
    </ul>
  );
}

interface LeverRowProps {
  readonly map: JourneyMap;
  readonly lever: Lever;
  readonly planned: Plan['levers'][number] | undefined;
  readonly readOnly: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly tools: ReactNode;
}

function LeverRow({ map, lever, planned, readOnly, onSwitch, tools }: LeverRowProps) {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const effects = planned?.override?.effects ?? lever.effects;
  const targets = [...new Set(effects.map((effect) => effectTarget(effect.on, map, i18n)))];
  return (
    <li className={styles['lever']}>
      <Switch label={lever.title} checked={planned?.on ?? false} disabled={readOnly} onChange={onSwitch} />
      <div className={styles['words']}>
        <button type="button" className={styles['title']} aria-expanded={open} onClick={() => setOpen(!open)}>
          {lever.title}
          <ChevronRight aria-hidden className={classNames(styles['chevron'], open && styles['down'])} />
        </button>
        {!open && <p className={styles['targets']}>{targets.join(i18n.locale === 'en' ? ', ' : '、')}</p>}
      </div>
      <div className={styles['right']}>
        <Cost cost={costOf(lever, planned)} currency={map.currency} />
        <GradeBadge grade={weakestGrade(effects)} />
      </div>
      {open && (
        <div className={styles['details']}>
          {lever.description !== '' && <p>{lever.description}</p>}
          <dl>
            {effects.map((effect) => (
              <div key={`${effect.on} ${effect.form}`}>
                <dt>{effectTarget(effect.on, map, i18n)}</dt>
                <dd>
                  {effectSize(effect, i18n)}{' '}
                  <span className={styles['basis']}>
                    {effect.basis === 'claim'
                      ? t`claim, shrunk by its grade ${effect.grade}`
                      : t`the team’s guess`}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
          <p className={styles['basis']}>
            <Trans>
              Works from week {lever.leadWeeks}, fully from week {lever.leadWeeks + lever.rampWeeks}.
            </Trans>
          </p>
          {planned?.override !== undefined && (
            <p className={styles['basis']}>
              <Trans>Effects and cost are those of this plan alone.</Trans>
            </p>
          )}
          <Sources map={map} lever={lever} />
          {tools}
        </div>
      )}
    </li>
  );
}

function Cost({ cost, currency }: { readonly cost: Lever['cost']; readonly currency: string }) {
  const { t, i18n } = useLingui();
  const money = (minor: number) => formatMoney(minor, currency, i18n.locale as Language);
  const parts = [
    cost.once !== 0 && (cost.perMonth === 0 ? t`${money(cost.once)} once` : money(cost.once)),
    cost.perMonth !== 0 && t`${money(cost.perMonth)} / mo`,
  ].filter(Boolean);
  return (
    <span className={classNames(styles['cost'], 'numbers')}>
      {parts.length === 0 ? t`no cost` : parts.join(' + ')}
    </span>
  );
}

function Sources({ map, lever }: { readonly map: JourneyMap; readonly lever: Lever }) {
  const { evidenceById } = indexMap(map);
  const known = lever.evidenceIds.flatMap((id) => evidenceById.get(id) ?? []);
  if (known.length === 0) return null;
  return (
    <ul className={styles['sources']}>
      {known.map((evidence) => (
        <li key={evidence.id}>
          <GradeBadge grade={evidence.grade} /> {evidence.claim}
          {evidence.source !== '' && <cite> {evidence.source}</cite>}
        </li>
      ))}
    </ul>
  );
}

/** A lever is as sure as its weakest effect. */
function weakestGrade(effects: Lever['effects']): Grade {
  return (
    effects
      .map((effect) => effect.grade)
      .sort()
      .at(-1) ?? 'E'
  );
}
