import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, useMemo } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { QualityModel } from '../../model/map/qualityModel.ts';
import { measuredInputs, type Segment } from '../../model/quality/measuredInputs.ts';
import { stageScores } from '../../model/quality/partialScores.ts';
import { type Score, scoreMap, type Scorecard } from '../../model/quality/scoreMap.ts';
import { channelNames } from '../../model/text/mapNames.ts';
import { classNames } from '../design/classNames.ts';
import styles from './PlaceTable.module.css';
import { ScoreBar } from './ScoreBar.tsx';
import { channelsWithNumbers } from './SegmentSelect.tsx';
import { shownBand, shownScore } from './shownScore.ts';

export interface PlaceTableProps {
  readonly map: JourneyMap;
  readonly model: QualityModel;
  readonly card: Scorecard;
  readonly segment: Segment;
}

/** The scores where they are made: stages and their steps, and apart the personas and channels that have numbers. */
export function PlaceTable({ map, model, card, segment }: PlaceTableProps) {
  const { i18n } = useLingui();
  const language = i18n.locale as Language;
  const stages = useMemo(() => stageScores(map, model, measuredInputs(map, segment)), [map, model, segment]);
  const segments = useMemo(() => segmentScores(map, model, language), [map, model, language]);
  return (
    <section aria-labelledby="quality-places">
      <h3 id="quality-places" className={styles['heading']}>
        <Trans>Step by step</Trans>
      </h3>
      <table className={classNames(styles['table'], 'numbers')}>
        <thead>
          <tr>
            <th>
              <Trans>Step</Trans>
            </th>
            <th aria-hidden />
            <th className={styles['number']}>
              <Trans>Score</Trans>
            </th>
            <th className={styles['number']}>
              <Trans>Likely between</Trans>
            </th>
            <th className={styles['number']}>
              <Trans>Coverage</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {map.stages.map((stage) => (
            <Fragment key={stage.id}>
              <Row title={stage.title} score={stages.get(stage.id) ?? { value: null, coverage: 0 }} stage />
              {map.steps.map(
                (step, s) =>
                  step.stageId === stage.id && (
                    <Row key={step.id} title={`${s + 1}  ${step.title}`} score={card.steps[s]!} />
                  ),
              )}
            </Fragment>
          ))}
        </tbody>
        {segments.length > 0 && (
          <tbody>
            <tr>
              <th colSpan={5} className={styles['group']}>
                <Trans>By persona and channel (index of the map)</Trans>
              </th>
            </tr>
            {segments.map(({ title, index }) => (
              <Row key={title} title={title} score={index} />
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
  readonly stage?: boolean;
}

function Row({ title, score, stage = false }: RowProps) {
  const { i18n } = useLingui();
  const language = i18n.locale as Language;
  return (
    <tr className={stage ? styles['stage'] : undefined}>
      <th scope="row">{title}</th>
      <td className={styles['track']}>
        <ScoreBar score={score} />
      </td>
      <td className={styles['number']}>
        {score.value === null ? (
          <span className={styles['none']}>
            <Trans>no numbers</Trans>
          </span>
        ) : (
          shownScore(score, language)
        )}
      </td>
      <td className={styles['number']}>{shownBand(score, language)}</td>
      <td className={styles['number']}>
        {score.value !== null && i18n.number(score.coverage, { style: 'percent', maximumFractionDigits: 0 })}
      </td>
    </tr>
  );
}

function segmentScores(map: JourneyMap, model: QualityModel, language: Language) {
  const scored = (title: string, segment: Segment) => ({
    title,
    index: scoreMap(map, model, measuredInputs(map, segment)).index,
  });
  return [
    ...map.personas.map(({ id, name }) => scored(name, { personaId: id })),
    ...channelsWithNumbers(map).map((channel) => scored(channelNames[channel][language], { channel })),
  ].filter(({ index }) => index.value !== null);
}
