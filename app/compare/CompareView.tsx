import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { GitCompareArrows } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { MapId, PlanId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { may } from '../../model/protocol/roles.ts';
import { Checkbox } from '../design/parts/Checkbox.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { SelectField } from '../design/parts/Field.tsx';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import { tellDone } from '../design/parts/toasts.ts';
import { planStoreOf } from '../plan/planStore.ts';
import type { KeptVersion } from '../session/mapVersions.ts';
import type { OpenedMap } from '../session/openMap.ts';
import { useMap, useObservable } from '../session/useSharedMap.ts';
import { refusalText } from '../share/refusalText.ts';
import { otherSide } from '../library/otherSide.ts';
import { device } from '../shell/device.ts';
import { versionsOf } from '../history/versionsOf.ts';
import { type CompareWith, readSide, type Side } from './compareWith.ts';
import { ComparedTable } from './ComparedTable.tsx';
import styles from './CompareView.module.css';
import { ForecastTable } from './ForecastTable.tsx';
import { PlansTable } from './PlansTable.tsx';
import { type Taken, takenText, takeOver } from './takeOver.ts';

/** The map held against another state of itself, its counterpart, or a plan's forecast, cell by cell. */
export function CompareView({ opened }: { readonly opened: OpenedMap }) {
  const { t, i18n } = useLingui();
  const map = useMap(opened.shared);
  const [versions] = useState(() => versionsOf(opened));
  const [kept, setKept] = useState<readonly KeptVersion[]>([]);
  const others = useObservable(device.maps.list)?.filter(
    (other) => other.id !== opened.id && other.deletedAt === undefined,
  );
  const [chosen, setChosen] = useState<CompareWith>();
  const [read, setRead] = useState<{ readonly of: CompareWith; readonly side: Side }>();
  const [onlyDifferent, setOnlyDifferent] = useState(false);

  useEffect(() => {
    void versions.list().then((list) => setKept(list.ok ? list.value : []));
  }, [versions]);
  const counterpartId =
    others && otherSide({ id: opened.id, counterpartId: map.scope.counterpartId }, others)?.id;
  const wanted =
    chosen ?? (counterpartId === undefined ? undefined : ({ kind: 'map', mapId: counterpartId } as const));
  const wantedKey = wanted === undefined ? '' : keyOf(wanted);
  useEffect(() => {
    if (wanted === undefined || !isOfMaps(wanted)) return undefined;
    let gone = false;
    void readSide(versions, wanted).then((side) => {
      if (!gone && side !== undefined) setRead({ of: wanted, side });
    });
    return () => {
      gone = true;
    };
    // The same choice is the same key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [versions, wantedKey]);

  const choices: readonly { readonly label: string; readonly choices: readonly Choice[] }[] = [
    {
      label: t`Plans`,
      choices: [
        ...(map.plans.length > 1
          ? [{ wanted: { kind: 'plans' } as const, text: t`All plans side by side` }]
          : []),
        ...map.plans.map((plan) => ({
          wanted: { kind: 'plan', planId: plan.id } as const,
          text: t`Forecast of “${plan.title}”`,
        })),
      ],
    },
    {
      label: t`Earlier states`,
      choices: kept.map((version) => ({
        wanted: { kind: 'version', version },
        text: `${version.label === '' ? '' : `${version.label} · `}${i18n.date(new Date(version.at), { dateStyle: 'medium', timeStyle: 'short' })}`,
      })),
    },
    {
      label: t`Maps of this device`,
      choices: (others ?? [])
        .toSorted((a, b) => Number(b.id === counterpartId) - Number(a.id === counterpartId))
        .map((other) => ({
          wanted: { kind: 'map', mapId: other.id },
          text: other.title === '' ? t`Untitled map` : other.title,
        })),
    },
  ];
  const all = choices.flatMap((group) => group.choices);

  return (
    <div className={styles['view']} data-region tabIndex={-1}>
      <div className={styles['bar']}>
        <SelectField
          label={t`Compare with`}
          value={wantedKey}
          onChange={(event) =>
            setChosen(all.find((choice) => keyOf(choice.wanted) === event.currentTarget.value)?.wanted)
          }
        >
          <option value="">{t`Choose`}</option>
          {choices
            .filter((group) => group.choices.length > 0)
            .map((group) => (
              <optgroup key={group.label} label={group.label}>
                {group.choices.map((choice) => (
                  <option key={keyOf(choice.wanted)} value={keyOf(choice.wanted)}>
                    {choice.text}
                  </option>
                ))}
              </optgroup>
            ))}
        </SelectField>
        {wanted !== undefined && isOfMaps(wanted) && (
          <Checkbox checked={onlyDifferent} onChange={setOnlyDifferent}>
            <Trans>Only what differs</Trans>
          </Checkbox>
        )}
      </div>
      {wanted === undefined ? (
        <EmptyState icon={<GitCompareArrows />} title={<Trans>Nothing chosen to compare with</Trans>}>
          <Trans>
            Choose a plan to see its forecast step by step, an earlier state from the history, or another map:
            a to-be map is made in “More”, and its steps are those of this one.
          </Trans>
        </EmptyState>
      ) : wanted.kind === 'plans' ? (
        <PlansTable map={map} store={planStoreOf(opened.shared)} />
      ) : wanted.kind === 'plan' ? (
        <PlanSide opened={opened} map={map} planId={wanted.planId} />
      ) : read === undefined || keyOf(read.of) !== wantedKey ? (
        <div role="status" aria-busy aria-label={t`Reading the other side`} className={styles['loading']}>
          <Skeleton height={320} />
        </div>
      ) : read.side.ok ? (
        <ComparedMaps
          opened={opened}
          map={map}
          other={read.side.value}
          otherIsLater={read.of.kind === 'map' && read.side.value.scope.counterpartId === map.id}
          onlyDifferent={onlyDifferent}
        />
      ) : (
        <p className={styles['problem']} role="alert">
          {refusalText(read.side.error, i18n)}
        </p>
      )}
    </div>
  );
}

/** Whether the other side is a map, not a forecast of this one. */
const isOfMaps = ({ kind }: CompareWith): boolean => kind === 'version' || kind === 'map';

interface Choice {
  readonly wanted: CompareWith;
  readonly text: string;
}

function keyOf(wanted: CompareWith): string {
  switch (wanted.kind) {
    case 'version':
      return `version ${wanted.version.id}`;
    case 'map':
      return `map ${wanted.mapId satisfies MapId}`;
    case 'plan':
      return `plan ${wanted.planId satisfies PlanId}`;
    case 'plans':
      return 'plans';
  }
}

interface ComparedMapsProps {
  readonly opened: OpenedMap;
  readonly map: JourneyMap;
  readonly other: JourneyMap;
  /** The other is the to-be map of this one: it is what comes after. */
  readonly otherIsLater: boolean;
  readonly onlyDifferent: boolean;
}

function ComparedMaps({ opened, map, other, otherIsLater, onlyDifferent }: ComparedMapsProps) {
  const { i18n } = useLingui();
  const { shared } = opened;
  const role = useObservable(opened.role);
  const readOnly = shared.readOnly() !== undefined || !may(role, 'writeMap');
  const take = (taken: Taken) => {
    if (shared.run({ type: 'restoreMap', map: takeOver(map, other, taken) }).ok)
      tellDone(i18n._(takenText[taken.kind]), shared);
  };
  const [before, after] = useMemo(
    () => (otherIsLater ? [map, other] : [other, map]),
    [map, other, otherIsLater],
  );
  return (
    <ComparedTable
      before={before}
      after={after}
      onlyDifferent={onlyDifferent}
      onTake={readOnly ? undefined : take}
    />
  );
}

interface PlanSideProps {
  readonly opened: OpenedMap;
  readonly map: JourneyMap;
  readonly planId: PlanId;
}

/** As it is, and as the plan's forecast has it. */
function PlanSide({ opened, map, planId }: PlanSideProps) {
  const { t } = useLingui();
  const store = planStoreOf(opened.shared);
  const forecast = store((state) => state.forecast);
  const computing = store((state) => state.computing);
  useEffect(() => {
    if (store.getState().shownPlanId !== planId) store.show(planId);
  }, [store, planId]);
  if (forecast?.planId !== planId)
    return (
      <div role="status" aria-busy aria-label={t`Computing the forecast`} className={styles['loading']}>
        <Skeleton height={320} />
      </div>
    );
  return (
    <>
      <p className={styles['summary']} role="status">
        {forecast.level === 'quick' ? (
          <Trans>Quick estimate, not calibrated</Trans>
        ) : (
          <Plural value={forecast.draws} one="# simulated pair of days" other="# simulated pairs of days" />
        )}
      </p>
      <ForecastTable map={map} forecast={forecast} computing={computing} />
    </>
  );
}
