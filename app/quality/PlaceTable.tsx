import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, useMemo } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { QualityModel } from '../../model/map/qualityModel.ts';
import { measuredInputs, type Segment } from '../../model/quality/measuredInputs.ts';
import { onTarget, scoreOnTarget, stageScore } from '../../model/quality/partialScores.ts';
import { type Score, scoreMap, type Scorecard } from '../../model/quality/scoreMap.ts';
import { scoreWithBands } from '../../model/quality/scoreWithBands.ts';
import { channelNames } from '../../model/text/mapNames.ts';
import { classNames } from '../design/classNames.ts';
import styles from './PlaceTable.module.css';
import { LowestNote } from './LowestNote.tsx';
import { ScoreBar } from './ScoreBar.tsx';
import { channelsWithNumbers } from './SegmentSelect.tsx';
import { shownBand, shownScore } from './shownScore.ts';
import { TraceButton } from './TraceButton.tsx';
import type { Traced } from './TraceDialog.tsx';
import { useScoresWithBands } from './useScoresWithBands.ts';

export interface PlaceTableProps {
  readonly map: JourneyMap;
  readonly model: QualityModel;
  readonly card: Scorecard;
  /** Where the targets are reached; undefined when there are none. */
  readonly onTarget: Scorecard | undefined;
  readonly segment: Segment;
  readonly onTrace: (of: Traced) => void;
}

/** The scores where they are made: stages and their steps, and apart the personas and channels that have numbers. */
export function PlaceTable({ map, model, card, onTarget: reached, segment, onTrace }: PlaceTableProps) {
  const { i18n } = useLingui();
  const language = i18n.locale as Language;
  const stages = useMemo(() => {
    const inputs = measuredInputs(map, segment);
    return map.stages.map(
      ({ id }) =>
        (draws: number) =>
          stageScore(map, model, inputs, id, { draws }),
    );
  }, [map, model, segment]);
  const stageScores = useScoresWithBands(stages);
  const stageTargets = useMemo(() => {
    if (reached === undefined) return undefined;
    const target = onTarget(map);
    const inputs = measuredInputs(target, segment);
    return map.stages.map(({ id }) => stageScore(target, model, inputs, id, { draws: 0 }).value);
  }, [map, model, segment, reached]);
  const segments = useMemo(() => segmentsOf(map, model, language), [map, model, language]);
  const segmentScores = useScoresWithBands(segments.scores);
  return (
    <section aria-labelledby="quality-places">
      <h3 id="quality-places" className={styles['heading']}>
        <Trans>Step by step</Trans>
      </h3>
      <LowestNote scores={card.steps} titleOf={(n) => map.steps[n]!.title} />
      <table className={classNames(styles['table'], 'numbers')}>
        <thead>
          <tr>
            <th>
              <Trans>Step</Trans>
            </th>
            <th aria-hidden className={styles['track']} />
            <th className={styles['number']}>
              <Trans>Score</Trans>
            </th>
            <th className={styles['number']}>
              <Trans>Likely between</Trans>
            </th>
            <th className={styles['number']}>
              <Trans>Coverage</Trans>
            </th>
            <th aria-hidden />
          </tr>
        </thead>
        <tbody>
          {map.stages.map((stage, s) => (
            <Fragment key={stage.id}>
              <Row
                title={stage.title}
                score={stageScores[s]!}
                target={stageTargets?.[s]}
                stage
                onTrace={() => onTrace({ kind: 'stage', stageId: stage.id, segment })}
              />
              {map.steps.map(
                (step, n) =>
                  step.stageId === stage.id && (
                    <Row
                      key={step.id}
                      title={`${n + 1}  ${step.title}`}
                      score={card.steps[n]!}
                      target={reached?.steps[n]?.value}
                      onTrace={() => onTrace({ kind: 'step', stepId: step.id, segment })}
                    />
                  ),
              )}
            </Fragment>
          ))}
        </tbody>
        {segments.all.length > 0 && (
          <tbody>
            <tr>
              <th colSpan={6} className={styles['group']}>
                <Trans>By persona and channel (index of the map)</Trans>
              </th>
            </tr>
            {segments.all.map(({ title, segment: own, target }, n) => (
              <Row
                key={title}
                title={title}
                score={segmentScores[n]!}
                target={target}
                onTrace={() => onTrace({ kind: 'index', segment: own })}
              />
            ))}
          </tbody>
        )}
      </table>
    </section>
  );
}

interface RowProps {
  readonly title: string;
  readonly score: Score & { readonly coverage: number };
  /** What it would be where the targets are reached. */
  readonly target: number | null | undefined;
  readonly stage?: boolean;
  readonly onTrace: () => void;
}

function Row({ title, score, target, stage = false, onTrace }: RowProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  return (
    <tr className={stage ? styles['stage'] : undefined}>
      <th scope="row">{title}</th>
      <td className={styles['track']}>
        <ScoreBar score={score} target={target} />
      </td>
      <td className={styles['number']}>
        {score.value === null ? (
          <span className={styles['none']}>
            <Trans>no numbers</Trans>
          </span>
        ) : (
          shownScore(score, language)
        )}
        {score.value !== null && target !== undefined && target !== null && (
          <span className={styles['goal']} title={t`where the targets are reached`}>
            {' → '}
            {shownScore({ value: target }, language)}
          </span>
        )}
      </td>
      <td className={styles['number']}>{shownBand(score, language)}</td>
      <td className={styles['number']}>
        {score.value !== null && i18n.number(score.coverage, { style: 'percent', maximumFractionDigits: 0 })}
      </td>
      <td className={styles['how']}>
        {score.value !== null && (
          <TraceButton label={t`Where the score of “${title}” comes from`} onClick={onTrace} />
        )}
      </td>
    </tr>
  );
}

/** The personas and channels that have numbers of their own, and how each scores. */
function segmentsOf(map: JourneyMap, model: QualityModel, language: Language) {
  const all: readonly (readonly [title: string, segment: Segment])[] = [
    ...map.personas.map(({ id, name }) => [name, { personaId: id }] as const),
    ...channelsWithNumbers(map).map((channel) => [channelNames[channel][language], { channel }] as const),
  ];
  const scored = all
    .map(([title, segment]) => ({
      title,
      segment,
      inputs: measuredInputs(map, segment),
      target: scoreOnTarget(map, model, segment)?.index.value,
    }))
    .filter(({ inputs }) => scoreMap(map, model, inputs).index.value !== null);
  return {
    all: scored,
    scores: scored.map(
      ({ inputs }) =>
        (draws: number) =>
          scoreWithBands(map, model, inputs, { draws }).index,
    ),
  };
}
