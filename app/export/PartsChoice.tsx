import { Trans, useLingui } from '@lingui/react/macro';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { laneKindNames } from '../../model/text/laneNames.ts';
import { Button } from '../design/parts/Button.tsx';
import { Checkbox } from '../design/parts/Checkbox.tsx';
import styles from './PartsChoice.module.css';

/** The parts of one map that are on the sheet; left out: all of that sort. */
export interface ChosenParts {
  readonly laneIds?: readonly string[];
  readonly stageIds?: readonly string[];
  readonly personaIds?: readonly string[];
}

export interface PartsChoiceProps {
  readonly map: JourneyMap;
  readonly parts: ChosenParts;
  readonly onChange: (parts: ChosenParts) => void;
}

/** Which stages, lanes and personas are on the sheet. */
export function PartsChoice({ map, parts, onChange }: PartsChoiceProps) {
  const { t } = useLingui();
  const change = (sort: keyof ChosenParts, ids: readonly string[] | undefined) => {
    const { [sort]: _, ...rest } = parts;
    onChange(ids === undefined ? rest : { ...rest, [sort]: ids });
  };
  const leftOut =
    missing(map.stages.length, parts.stageIds) +
    missing(map.lanes.length, parts.laneIds) +
    missing(map.personas.length, parts.personaIds);
  return (
    <details className={styles['parts']}>
      <summary className={styles['summary']}>
        <span>
          <Trans>Parts of the map</Trans>
        </span>
        <span className={styles['count']}>{leftOut === 0 ? t`all` : t`${leftOut} left out`}</span>
      </summary>
      <Group
        title={t`Stages`}
        records={map.stages.map((stage) => ({ id: stage.id, name: stage.title || t`Untitled stage` }))}
        chosen={parts.stageIds}
        onChange={(ids) => change('stageIds', ids)}
      />
      <Group
        title={t`Lanes`}
        records={map.lanes.map((lane) => ({
          id: lane.id,
          name: lane.title || laneKindNames[lane.kind][map.language],
        }))}
        chosen={parts.laneIds}
        onChange={(ids) => change('laneIds', ids)}
      />
      {map.personas.length > 1 && (
        <Group
          title={t`Personas`}
          records={map.personas.map(({ id, name }) => ({ id, name }))}
          chosen={parts.personaIds}
          onChange={(ids) => change('personaIds', ids)}
        />
      )}
    </details>
  );
}

const missing = (all: number, chosen: readonly string[] | undefined): number =>
  chosen === undefined ? 0 : all - chosen.length;

interface GroupProps {
  readonly title: string;
  readonly records: readonly { readonly id: string; readonly name: string }[];
  /** undefined: all of them. */
  readonly chosen: readonly string[] | undefined;
  readonly onChange: (chosen: readonly string[] | undefined) => void;
}

function Group({ title, records, chosen, onChange }: GroupProps) {
  const isIn = (id: string) => chosen === undefined || chosen.includes(id);
  const toggle = (id: string, into: boolean) => {
    const ids = records
      .filter((record) => (record.id === id ? into : isIn(record.id)))
      .map(({ id: one }) => one);
    onChange(ids.length === records.length ? undefined : ids);
  };
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>
        {title}
        {chosen !== undefined && (
          <Button size="small" look="quiet" onClick={() => onChange(undefined)}>
            <Trans context="choose all of them">All</Trans>
          </Button>
        )}
      </legend>
      {records.map(({ id, name }) => (
        <Checkbox
          key={id}
          checked={isIn(id)}
          // A sheet without a stage or a lane has nothing on it.
          disabled={chosen?.length === 1 && isIn(id)}
          onChange={(into) => toggle(id, into)}
        >
          {name}
        </Checkbox>
      ))}
    </fieldset>
  );
}
