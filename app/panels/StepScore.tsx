import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useMemo, useState } from 'react';
import type { StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { measuredInputs } from '../../model/quality/measuredInputs.ts';
import { scoreMap } from '../../model/quality/scoreMap.ts';
import { lazyPart } from '../design/lazyPart.tsx';
import { shownScore } from '../quality/shownScore.ts';
import { TraceButton } from '../quality/TraceButton.tsx';
import styles from './StepScore.module.css';

const TraceDialog = lazyPart(async () => (await import('../quality/TraceDialog.tsx')).TraceDialog);

export interface StepScoreProps {
  readonly map: JourneyMap;
  readonly stepId: StepId;
}

/** What the numbers of a step come to by the map's first quality model; nothing where they come to nothing. */
export function StepScore({ map: present, stepId }: StepScoreProps) {
  const { t, i18n } = useLingui();
  const [traced, setTraced] = useState(false);
  // A whole scorecard at each edit of somebody else has to wait for the canvas.
  const map = useDeferredValue(present);
  const [model] = map.qualityModels;
  const score = useMemo(() => {
    if (model === undefined) return undefined;
    const { steps } = scoreMap(map, model, measuredInputs(map));
    return steps.find((step) => step.stepId === stepId);
  }, [map, model, stepId]);
  if (model === undefined || score === undefined || score.value === null) return null;
  const share = i18n.number(score.coverage, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <p className={styles['score']}>
      <span>
        <strong className="numbers">{shownScore(score, i18n.locale as Language)}</strong> / 100
      </span>
      <span className={styles['by']}>
        <Trans>
          by “{model.title}”, of which {share} is measured here
        </Trans>
      </span>
      <TraceButton label={t`Where this score comes from`} onClick={() => setTraced(true)} />
      {traced && (
        <TraceDialog
          map={map}
          model={model}
          of={{ kind: 'step', stepId, segment: {} }}
          onClose={() => setTraced(false)}
        />
      )}
    </p>
  );
}
