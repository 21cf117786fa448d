import { Trans, useLingui } from '@lingui/react/macro';
import { entropyWeights } from '../../model/quality/entropyWeights.ts';
import { weightErrorText } from '../../model/text/weightErrorText.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { useLanguage } from '../language/useLanguage.ts';
import { comma } from '../language/comma.ts';
import styles from './PairwiseWeights.module.css';
import { WeightList } from './WeightList.tsx';
import type { WeighingProps } from './weighing.ts';

export interface SpreadWeightsProps extends WeighingProps {
  /** One row for each step that has a score for every title. */
  readonly scoresByStep: readonly (readonly number[])[];
}

/** Weights by entropy: what differs most from step to step weighs most. */
export function SpreadWeights({ titles, scoresByStep, onTake, onClose }: SpreadWeightsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const found = entropyWeights(scoresByStep);
  const zeros = found.ok ? found.value.zeroColumns.map((column) => titles[column]).join(comma(language)) : '';
  return (
    <Dialog
      open
      title={t`Weigh by spread`}
      description={
        <Trans>
          What differs most between the steps weighs most (entropy). That is spread, not importance: use it
          where nobody can say what matters.
        </Trans>
      }
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="main" disabled={!found.ok} onClick={() => found.ok && onTake(found.value.weights)}>
            <Trans>Take these weights</Trans>
          </Button>
        </>
      }
    >
      {found.ok ? (
        <>
          <WeightList titles={titles} weights={found.value.weights} />
          {zeros !== '' && (
            <p className={styles['warning']}>
              <Trans>Scored 0 at every step, so without weight: {zeros}</Trans>
            </p>
          )}
        </>
      ) : (
        <p className={styles['warning']} role="alert">
          {weightErrorText(found.error, titles, language)}
        </p>
      )}
    </Dialog>
  );
}
