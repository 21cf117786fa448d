import { Trans, useLingui } from '@lingui/react/macro';
import type { Language } from '../../model/map/language.ts';
import { peakEnd, tellingDifference } from '../../model/quality/peakEnd.ts';
import type { Scorecard } from '../../model/quality/scoreMap.ts';
import type { Trace } from '../../model/quality/trace.ts';
import { stepWeightsNames } from '../../model/text/qualityText.ts';
import { classNames } from '../design/classNames.ts';
import { Button } from '../design/parts/Button.tsx';
import styles from './IndexFigure.module.css';
import { TraceButton } from './TraceButton.tsx';
import { shownBand, shownScore } from './shownScore.ts';

export interface IndexFigureProps {
  readonly card: Scorecard;
  readonly title: string;
  readonly trace: Trace;
  /** The index if every target were reached. */
  readonly target: number | null;
  readonly onTrace: (of: 'index' | 'onTarget' | 'peakEnd') => void;
}

/** The index in large figures, how sure it is, how much of the model stands behind it, and of what kind. */
export function IndexFigure({ card, title, trace, target, onTrace }: IndexFigureProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const { index } = card;
  const { inputs, estimates } = trace;
  const journey = peakEnd(card.steps.map(({ value }) => value));
  const differs =
    journey !== undefined &&
    index.value !== null &&
    Math.abs(journey.value - index.value) > tellingDifference;
  return (
    <div className={styles['figure']}>
      <p className={styles['name']}>{title}</p>
      {index.value === null ? (
        <p>
          <Trans>Too few numbers for an index yet.</Trans>
        </p>
      ) : (
        <p className={classNames(styles['numbers'], 'numbers')}>
          <strong className={styles['value']}>{shownScore(index, language)}</strong>
          <span className={styles['of']}>/ 100</span>
        </p>
      )}
      {index.band !== undefined && (
        <p className="numbers">
          <Trans>likely between {shownBand(index, language)}</Trans>
        </p>
      )}
      <dl className={classNames(styles['facts'], 'numbers')}>
        <dt>
          <Trans>Coverage</Trans>
        </dt>
        <dd>{i18n.number(index.coverage, { style: 'percent', maximumFractionDigits: 0 })}</dd>
        {target !== null && (
          <>
            <dt>
              <Trans>On target</Trans>
            </dt>
            <dd>
              {i18n.number(target, { maximumFractionDigits: 0 })}
              <TraceButton
                label={t`Where the score on target comes from`}
                onClick={() => onTrace('onTarget')}
              />
            </dd>
          </>
        )}
        {differs && (
          <>
            <dt>
              <Trans>As remembered (peak and end)</Trans>
            </dt>
            <dd>
              {i18n.number(journey.value, { maximumFractionDigits: 0 })}
              <TraceButton
                label={t`Where the score as remembered comes from`}
                onClick={() => onTrace('peakEnd')}
              />
            </dd>
          </>
        )}
      </dl>
      {inputs > 0 && (
        <p className={styles['note']}>
          <Trans>
            {estimates} of {inputs} inputs are estimates.
          </Trans>
        </p>
      )}
      <p className={styles['note']}>{stepWeightsNames[card.stepWeights][language]}</p>
      <Button size="small" look="quiet" className={styles['how']} onClick={() => onTrace('index')}>
        <Trans>Where does this come from?</Trans>
      </Button>
    </div>
  );
}
