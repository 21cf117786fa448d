import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ArrowRight, Minus, PenLine, Plus, Undo2 } from 'lucide-react';
import { Fragment, useMemo } from 'react';
import { compareFeelings } from '../../model/map/compareFeelings.ts';
import {
  type ComparedCard,
  type ComparedGrid,
  compareGrid,
  type ComparedTrack,
} from '../../model/map/compareGrid.ts';
import type { StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Lane } from '../../model/map/lane.ts';
import type { Step } from '../../model/map/step.ts';
import { compareMeasurements } from '../../model/quality/compareMeasurements.ts';
import { laneKindNames } from '../../model/text/laneNames.ts';
import { classNames } from '../design/classNames.ts';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { ChangeWord } from './ChangeWord.tsx';
import styles from './ComparedTable.module.css';
import { CurveCells } from './CurveCells.tsx';
import { FeelingCells } from './FeelingCells.tsx';
import { NumberCells } from './NumberCells.tsx';
import type { Taken } from './takeOver.ts';

export interface ComparedTableProps {
  readonly before: JourneyMap;
  readonly after: JourneyMap;
  /** Leaves out cards that are the same, and lanes and steps where nothing differs. */
  readonly onlyDifferent: boolean;
  /** Makes a part of the open map what it is on the other side; undefined where nothing may be changed. */
  readonly onTake: ((taken: Taken) => void) | undefined;
}

/** Two states as one grid: each change has its colour, its sign and its word. */
export function ComparedTable({ before, after, onlyDifferent, onTake }: ComparedTableProps) {
  const { t } = useLingui();
  const grid = useMemo(() => compareGrid(before, after), [before, after]);
  const feelings = useMemo(() => compareFeelings(before, after), [before, after]);
  const numbers = useMemo(() => compareMeasurements(before, after), [before, after]);
  const shownNumbers = (stepId: StepId) =>
    numbers(stepId).filter(({ change }) => !onlyDifferent || change !== 'same');
  const countedOtherwise = (step: ComparedTrack<Step>) =>
    numbers(step.record.id).some(({ change }) => change !== 'same');
  const isNumbers = ({ record }: ComparedTrack<Lane>) => record.kind === 'metrics';
  const feltOtherwise = (lane: ComparedTrack<Lane>, step: ComparedTrack<Step>) =>
    feelings(lane.record.id, step.record.id).some(({ change }) => change !== 'same');
  const differs = (lane: ComparedTrack<Lane>, step: ComparedTrack<Step>) =>
    lane.change !== 'same' ||
    step.change !== 'same' ||
    grid.cell(lane.record.id, step.record.id).some(({ change }) => change !== 'same') ||
    (isNumbers(lane) && countedOtherwise(step)) ||
    feltOtherwise(lane, step);
  // Numbers that differ are shown also where neither side has a lane for them.
  const withoutLane = grid.steps.some(countedOtherwise) && !grid.lanes.some(isNumbers);
  const steps = onlyDifferent
    ? grid.steps.filter(
        (step) => (withoutLane && countedOtherwise(step)) || grid.lanes.some((lane) => differs(lane, step)),
      )
    : grid.steps;
  const lanes = grid.lanes.filter((lane) => !onlyDifferent || grid.steps.some((step) => differs(lane, step)));
  const stepIds = steps.map(({ record }) => record.id);
  const personas = [
    ...after.personas,
    ...before.personas.filter(({ id }) => !after.personas.some((persona) => persona.id === id)),
  ];
  if (steps.length === 0 || (lanes.length === 0 && !withoutLane))
    return (
      <EmptyState icon={<PenLine />} title={<Trans>Nothing differs</Trans>}>
        <Trans>Both sides have the same stages, steps, lanes, cards, emotions and numbers.</Trans>
      </EmptyState>
    );
  const numberCells = (
    <NumberCells
      before={before}
      after={after}
      stepIds={stepIds}
      numbers={shownNumbers}
      onTake={onTake && ((stepId, metric) => onTake({ kind: 'number', stepId, metric }))}
    />
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
                  {step.change !== 'same' && onTake !== undefined && (
                    <TakeButton
                      label={t`Take this step from the other side`}
                      onTake={() => onTake({ kind: 'steps', id: step.record.id })}
                    />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lanes.map((lane) => {
              const laneId = lane.record.id;
              const curve = lane.record.kind === 'emotion';
              const points = curve && steps.some((step) => feltOtherwise(lane, step));
              return (
                <Fragment key={laneId}>
                  <tr>
                    <th scope="row" rowSpan={points ? 2 : 1} className={styles['lane']}>
                      <Track track={lane} empty={laneKindNames[lane.record.kind][after.language]} />
                      {lane.change !== 'same' && onTake !== undefined && (
                        <TakeButton
                          label={t`Take this lane from the other side`}
                          onTake={() => onTake({ kind: 'lanes', id: laneId })}
                        />
                      )}
                      {lane.change === 'same' && points && onTake !== undefined && (
                        <TakeButton
                          label={t`Take the curves from the other side`}
                          onTake={() => onTake({ kind: 'curves', laneId })}
                        />
                      )}
                    </th>
                    {curve ? (
                      <CurveCells before={before} after={after} laneId={laneId} stepIds={stepIds} />
                    ) : isNumbers(lane) ? (
                      numberCells
                    ) : (
                      stepIds.map((stepId) => (
                        <td key={stepId} className={styles['cell']}>
                          {grid
                            .cell(laneId, stepId)
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
                  {points && (
                    <tr>
                      <FeelingCells
                        stepIds={stepIds}
                        personas={personas}
                        feelings={(stepId) => feelings(laneId, stepId)}
                        onTake={
                          onTake &&
                          ((stepId, personaId) => onTake({ kind: 'feeling', laneId, stepId, personaId }))
                        }
                      />
                    </tr>
                  )}
                </Fragment>
              );
            })}
            {withoutLane && (
              <tr>
                <th scope="row" className={styles['lane']}>
                  <Trans>Numbers</Trans>
                </th>
                {numberCells}
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}

const TakeButton = ({ label, onTake }: { readonly label: string; readonly onTake: () => void }) => (
  <IconButton size="small" label={label} icon={<Undo2 />} onClick={onTake} />
);

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
  const text = card.text.trim();
  return (
    <div className={classNames(styles['card'], styles[`${change}Card`])}>
      {change !== 'same' && (
        <ChangeWord
          change={change}
          take={
            onTake === undefined || change === 'movedOut'
              ? undefined
              : {
                  label: t`Take this card from the other side`,
                  onTake: () => onTake({ kind: 'card', cardId: card.id }),
                }
          }
        />
      )}
      {change === 'removed' ? <del>{text}</del> : null}
      {before !== undefined && before.text.trim() !== text && (
        <del className={styles['was']}>{before.text.trim()}</del>
      )}
      {change !== 'removed' && <span>{text === '' ? '—' : text}</span>}
    </div>
  );
}
