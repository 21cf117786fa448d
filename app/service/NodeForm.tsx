import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type Channel, channels } from '../../model/map/channel.ts';
import type { PoolId, StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { ServiceNode } from '../../model/map/serviceNode.ts';
import { channelNames } from '../../model/text/mapNames.ts';
import { nodeKindNames } from '../../model/text/serviceNames.ts';
import { classNames } from '../design/classNames.ts';
import { formatMetric } from '../design/formatNumber.ts';
import { Checkbox } from '../design/parts/Checkbox.tsx';
import { Field, SelectField } from '../design/parts/Field.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import type { LiveFigures } from './liveFigures.ts';
import { NumberField } from '../design/parts/NumberField.tsx';
import { RouteTable } from './RouteTable.tsx';
import styles from './ServiceDialog.module.css';
import { TitleField } from './TitleField.tsx';

export interface NodeFormProps {
  readonly map: JourneyMap;
  readonly node: ServiceNode;
  readonly live: ReturnType<LiveFigures['nodes']['get']>;
  readonly readOnly: boolean;
  readonly onChange: (node: ServiceNode) => void;
  readonly onDelete: () => void;
}

/** Where work is done for a step: what it takes, who does it, and where contacts go from here. */
export function NodeForm({ map, node, live, readOnly, onChange, onDelete }: NodeFormProps) {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const language = i18n.locale as Language;
  const pool = map.pools.find(({ id }) => id === node.poolId);
  const what = [
    nodeKindNames[node.kind][language],
    node.channel !== undefined && channelNames[node.channel][language],
    pool?.title,
  ].filter(Boolean);
  return (
    <section className={styles['record']}>
      <div className={styles['head']}>
        <button type="button" className={styles['fold']} aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight aria-hidden className={classNames(styles['chevron'], open && styles['down'])} />
          <span>
            <strong>{node.title === '' ? t`Without a title` : node.title}</strong>
            <span className={styles['what']}>{what.join(' · ')}</span>
          </span>
        </button>
        <NodeFiguresLine live={live} />
        {!readOnly && <IconButton label={t`Delete “${node.title}”`} icon={<Trash2 />} onClick={onDelete} />}
      </div>
      {open && (
        <fieldset className={styles['details']} disabled={readOnly}>
          <NodeFields map={map} node={node} live={live} onChange={onChange} />
        </fieldset>
      )}
    </section>
  );
}

function NodeFiguresLine({ live }: Pick<NodeFormProps, 'live'>) {
  const { t, i18n } = useLingui();
  if (live === undefined) return null;
  const { figures, used } = live;
  const visits = i18n.number(figures.visitsPerDay, { maximumFractionDigits: 0 });
  const { value, unit } = formatMetric(
    Math.round(figures.meanWaitSeconds),
    'seconds',
    i18n.locale as Language,
  );
  const lost = i18n.number(figures.abandonedShare, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <span className={classNames(styles['live'], 'numbers')}>
      {used.pool < 0 ? t`${visits} a day` : t`${visits} a day · wait ${value} ${unit} · ${lost} give up`}
    </span>
  );
}

function NodeFields({ map, node, live, onChange }: Omit<NodeFormProps, 'onDelete' | 'readOnly'>) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const needsPeople = node.kind === 'contact' || node.kind === 'work';
  const stepName = (id: StepId) => map.steps.find((step) => step.id === id)?.title || t`Untitled step`;
  const without = <K extends keyof ServiceNode>(field: K): Omit<ServiceNode, K> => {
    const { [field]: _, ...rest } = node;
    return rest;
  };
  const handle = node.handle ?? { meanSeconds: 240, cv: 1.2 };
  /** A measurement wins over the node's own number, and says so. */
  const measuredHint = (own: number, used: number | undefined, unit: string): string => {
    if (used === undefined || Math.abs(used - own) < 1e-6 * Math.max(1, own)) return t`an estimate`;
    const measured = i18n.number(used, { maximumFractionDigits: 1 });
    return t`measured: ${measured} ${unit}, used instead`;
  };
  return (
    <>
      <div className={styles['fields']}>
        <TitleField label={t`Name`} value={node.title} onChange={(title) => onChange({ ...node, title })} />
        <SelectField
          label={t`Step`}
          value={node.stepId}
          onChange={(event) => onChange({ ...node, stepId: event.currentTarget.value as StepId })}
        >
          {map.steps.map(({ id }) => (
            <option key={id} value={id}>
              {stepName(id)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t({ message: 'Kind', context: 'of a service node' })}
          value={node.kind}
          onChange={(event) => onChange({ ...node, kind: event.currentTarget.value as ServiceNode['kind'] })}
        >
          {(Object.keys(nodeKindNames) as ServiceNode['kind'][]).map((kind) => (
            <option key={kind} value={kind}>
              {nodeKindNames[kind][language]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t`Channel`}
          value={node.channel ?? ''}
          onChange={(event) => {
            const channel = event.currentTarget.value as Channel | '';
            onChange(channel === '' ? without('channel') : { ...node, channel });
          }}
        >
          <option value="">{t`None`}</option>
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {channelNames[channel][language]}
            </option>
          ))}
        </SelectField>
        {needsPeople && (
          <>
            <SelectField
              label={t`Team`}
              value={node.poolId ?? ''}
              onChange={(event) => {
                const poolId = event.currentTarget.value as PoolId | '';
                onChange(poolId === '' ? without('poolId') : { ...node, poolId });
              }}
            >
              <option value="">{t`None`}</option>
              {map.pools.map((pool) => (
                <option key={pool.id} value={pool.id}>
                  {pool.title}
                </option>
              ))}
            </SelectField>
            <NumberField
              label={t`Priority, 0 first`}
              whole
              most={9}
              value={node.priority}
              onChange={(priority) => onChange({ ...node, priority: priority ?? 5 })}
            />
            <Field
              key={node.skill ?? ''}
              label={t`Skill it needs`}
              defaultValue={node.skill ?? ''}
              onBlur={(event) => {
                const skill = event.currentTarget.value.trim();
                if (skill !== (node.skill ?? ''))
                  onChange(skill === '' ? without('skill') : { ...node, skill });
              }}
            />
            <SelectField
              label={t`Step where the wait is felt`}
              value={node.waitShownAt ?? node.stepId}
              onChange={(event) => {
                const stepId = event.currentTarget.value as StepId;
                onChange(stepId === node.stepId ? without('waitShownAt') : { ...node, waitShownAt: stepId });
              }}
            >
              {map.steps.map(({ id }) => (
                <option key={id} value={id}>
                  {stepName(id)}
                </option>
              ))}
            </SelectField>
          </>
        )}
        <NumberField
          label={t`Handle time, mean`}
          unit={t`s`}
          least={0.1}
          most={10_000_000}
          value={handle.meanSeconds}
          hint={measuredHint(handle.meanSeconds, live?.used.handleSeconds, t`s`)}
          onChange={(meanSeconds) =>
            meanSeconds !== undefined && onChange({ ...node, handle: { ...handle, meanSeconds } })
          }
        />
        <NumberField
          label={t`Spread of the handle time`}
          hint={t`standard deviation / mean`}
          most={10}
          value={handle.cv}
          onChange={(cv) => onChange({ ...node, handle: { ...handle, cv: cv ?? 0 } })}
        />
        {needsPeople && (
          <NumberField
            label={t`Patience of customers, mean`}
            unit={t`s`}
            hint={
              node.patience === undefined
                ? t`empty: nobody gives up`
                : measuredHint(node.patience.meanSeconds, live?.used.patienceSeconds, t`s`)
            }
            mayBeEmpty
            least={1}
            most={10_000_000}
            value={node.patience?.meanSeconds}
            onChange={(meanSeconds) =>
              onChange(
                meanSeconds === undefined ? without('patience') : { ...node, patience: { meanSeconds } },
              )
            }
          />
        )}
        {needsPeople && (
          <NumberField
            label={t`Most who wait here`}
            hint={node.queueCap === undefined ? t`empty: no limit` : t`who finds it full goes at once`}
            whole
            mayBeEmpty
            most={1_000}
            value={node.queueCap}
            onChange={(queueCap) =>
              onChange(queueCap === undefined ? without('queueCap') : { ...node, queueCap })
            }
          />
        )}
        <NumberField
          label={t`Solved here, before any route`}
          unit="%"
          most={100}
          value={node.containment * 100}
          hint={measuredHint(node.containment * 100, live && live.used.containment * 100, '%')}
          onChange={(percent) => onChange({ ...node, containment: (percent ?? 0) / 100 })}
        />
      </div>
      <Checkbox
        checked={node.startsContact}
        onChange={(startsContact) => onChange({ ...node, startsContact })}
      >
        <Trans>The time to the first response counts from here</Trans>
      </Checkbox>
      <RouteTable map={map} node={node} onChange={(routes) => onChange({ ...node, routes: [...routes] })} />
    </>
  );
}
