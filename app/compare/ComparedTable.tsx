import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ArrowRight, Minus, PenLine, Plus, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import {
  type CardChange,
  type ComparedCard,
  type ComparedGrid,
  compareGrid,
  type ComparedTrack,
} from '../../model/map/compareGrid.ts';
import type { CardId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Lane } from '../../model/map/lane.ts';
import type { Step } from '../../model/map/step.ts';
import { laneKindNames } from '../../model/text/laneNames.ts';
import { classNames } from '../design/classNames.ts';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import styles from './ComparedTable.module.css';
import { CurveCells } from './CurveCells.tsx';

export interface ComparedTableProps {
  readonly before: JourneyMap;
  readonly after: JourneyMap;
  /** Leaves out cards that are the same, and lanes and steps where nothing differs. */
  readonly onlyDifferent: boolean;
  /** Makes a card of the open map what it is on the other side; undefined where nothing may be changed. */
  readonly onTake: ((cardId: CardId) => void) | undefined;
  /** The same for a step or lane with what stands in it, and for the curves of an emotion lane. */
  readonly onTakeTrack: ((what: 'steps' | 'lanes' | 'curve', id: string) => void) | undefined;
}

/** Two states as one grid: each change has its colour, its sign and its word. */
export function ComparedTable({ before, after, onlyDifferent, onTake, onTakeTrack }: ComparedTableProps) {
  const { t } = useLingui();
  const grid = useMemo(() => compareGrid(before, after), [before, after]);
  const differs = (lane: ComparedTrack<Lane>, step: ComparedTrack<Step>) =>
    lane.change !== 'same' ||
    step.change !== 'same' ||
    grid.cell(lane.record.id, step.record.id).some(({ change }) => change !== 'same') ||
    (lane.record.kind === 'emotion' && feltOtherwise(before, after, lane.record, step.record));
  const steps = onlyDifferent
    ? grid.steps.filter((step) => grid.lanes.some((lane) => differs(lane, step)))
    : grid.steps;
  const lanes = grid.lanes.filter(
    (lane) =>
      lane.record.kind !== 'metrics' && (!onlyDifferent || grid.steps.some((step) => differs(lane, step))),
  );
  if (steps.length === 0 || lanes.length === 0)
    return (
      <EmptyState icon={<PenLine />} title={<Trans>Nothing differs</Trans>}>
        <Trans>Both sides have the same stages, steps, lanes, cards and emotions.</Trans>
      </EmptyState>
    );
  return (
    <>
      <Summary grid={grid} />
      <div className={styles['scroll']}>
        <table className={styles['grid']} style={{ '--steps': steps.length } as React.CSSProperties}>
          <thead>
            <tr>
              <td className={styles['corner']} />
              {steps.map((step) => (
                <th key={step.record.id} scope="col" className={styles['step']}>
                  <Track track={step} empty={t`Untitled step`} />
                  {step.change !== 'same' && onTakeTrack !== undefined && (
                    <TakeButton
                      label={t`Take this step from the other side`}
                      onTake={() => onTakeTrack('steps', step.record.id)}
                    />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lanes.map((lane) => (
              <tr key={lane.record.id}>
                <th scope="row" className={styles['lane']}>
                  <Track track={lane} empty={laneKindNames[lane.record.kind][after.language]} />
                  {lane.change !== 'same' && onTakeTrack !== undefined && (
                    <TakeButton
                      label={t`Take this lane from the other side`}
                      onTake={() => onTakeTrack('lanes', lane.record.id)}
                    />
                  )}
                  {lane.change === 'same' &&
                    lane.record.kind === 'emotion' &&
                    onTakeTrack !== undefined &&
                    grid.steps.some((step) => feltOtherwise(before, after, lane.record, step.record)) && (
                      <TakeButton
                        label={t`Take the curves from the other side`}
                        onTake={() => onTakeTrack('curve', lane.record.id)}
                      />
                    )}
                </th>
                {lane.record.kind === 'emotion' ? (
                  <CurveCells
                    before={before}
                    after={after}
                    laneId={lane.record.id}
                    stepIds={steps.map(({ record }) => record.id)}
                  />
                ) : (
                  steps.map((step) => (
                    <td key={step.record.id} className={styles['cell']}>
                      {grid
                        .cell(lane.record.id, step.record.id)
                        .filter(({ change }) => !onlyDifferent || change !== 'same')
                        .map((compared) => (
                          <Compared
                            key={`${compared.card.id} ${compared.change}`}
                            compared={compared}
                            onTake={onTake}
                          />
                        ))}
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const TakeButton = ({ label, onTake }: { readonly label: string; readonly onTake: () => void }) => (
  <IconButton size="small" label={label} icon={<Undo2 />} onClick={onTake} />
);

function feltOtherwise(before: JourneyMap, after: JourneyMap, lane: Lane, step: Step): boolean {
  const felt = (map: JourneyMap) =>
    JSON.stringify(
      map.emotions
        .filter((emotion) => emotion.laneId === lane.id && emotion.stepId === step.id)
        .map(({ personaId, value, quote }) => [personaId, value, quote]),
    );
  return felt(before) !== felt(after);
}

function Summary({ grid: { counts, steps, lanes } }: { readonly grid: ComparedGrid }) {
  const tracks = [...steps, ...lanes].filter(({ change }) => change !== 'same').length;
  return (
    <p className={styles['summary']} role="status">
      <span className={styles['added']}>
        <Plus aria-hidden />
        <Trans>{counts.added} added</Trans>
      </span>
      <span className={styles['removed']}>
        <Minus aria-hidden />
        <Trans>{counts.removed} removed</Trans>
      </span>
      <span className={styles['changed']}>
        <PenLine aria-hidden />
        <Trans>{counts.changed} changed</Trans>
      </span>
      <span className={styles['moved']}>
        <ArrowRight aria-hidden />
        <Trans>{counts.moved} moved</Trans>
      </span>
      {tracks > 0 && (
        <span>
          <Plural value={tracks} one="# step or lane differs" other="# steps and lanes differ" />
        </span>
      )}
    </p>
  );
}

function Track<R extends Step | Lane>({
  track,
  empty,
}: {
  readonly track: ComparedTrack<R>;
  readonly empty: string;
}) {
  const { t } = useLingui();
  const title = track.record.title === '' ? empty : track.record.title;
  switch (track.change) {
    case 'same':
      return title;
    case 'added':
      return (
        <ins className={styles['added']} title={t`added`}>
          <Plus aria-label={t`added`} /> {title}
        </ins>
      );
    case 'removed':
      return (
        <del className={styles['removed']} title={t`removed`}>
          <Minus aria-label={t`removed`} /> {title}
        </del>
      );
    case 'renamed':
      return (
        <>
          <del className={styles['was']}>{track.titleBefore}</del>{' '}
          <ins className={styles['changed']}>{title}</ins>
        </>
      );
  }
}

interface ComparedProps {
  readonly compared: ComparedCard;
  readonly onTake: ComparedTableProps['onTake'];
}

function Compared({ compared: { card, change, before }, onTake }: ComparedProps) {
  const { t } = useLingui();
  const word = useWord(change);
  const text = card.text.trim();
  return (
    <div className={classNames(styles['card'], styles[`${change}Card`])}>
      {change !== 'same' && (
        <span className={classNames(styles['word'], styles[change])}>
          <Sign change={change} />
          {word}
          {onTake !== undefined && change !== 'movedOut' && (
            <IconButton
              className={styles['take']}
              size="small"
              label={t`Take this card from the other side`}
              icon={<Undo2 />}
              onClick={() => onTake(card.id)}
            />
          )}
        </span>
      )}
      {change === 'removed' ? <del>{text}</del> : null}
      {before !== undefined && before.text.trim() !== text && (
        <del className={styles['was']}>{before.text.trim()}</del>
      )}
      {change !== 'removed' && <span>{text === '' ? '—' : text}</span>}
    </div>
  );
}

function useWord(change: CardChange): string {
  const { t } = useLingui();
  return {
    same: '',
    added: t`added`,
    removed: t`removed`,
    changed: t`changed`,
    moved: t`moved here`,
    movedOut: t`moved away`,
  }[change];
}

function Sign({ change }: { readonly change: CardChange }) {
  switch (change) {
    case 'added':
      return <Plus aria-hidden />;
    case 'removed':
      return <Minus aria-hidden />;
    case 'changed':
      return <PenLine aria-hidden />;
    default:
      return <ArrowRight aria-hidden />;
  }
}
