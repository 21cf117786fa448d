import { Trans } from '@lingui/react/macro';
import { ClipboardPaste, Equal, Scale, Waves } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../design/parts/Button.tsx';
import { AnswerWeights } from './AnswerWeights.tsx';
import styles from './ModelEditor.module.css';
import { PairwiseWeights } from './PairwiseWeights.tsx';
import { SpreadWeights } from './SpreadWeights.tsx';
import type { WeighingProps } from './weighing.ts';

export interface WeighByProps {
  readonly titles: readonly string[];
  readonly scoresByStep: readonly (readonly number[])[];
  /** Weights as the fields show them: per cent with one decimal. */
  readonly onTake: (weights: readonly number[]) => void;
}

/** More pairs than forty-five nobody compares with care. */
const mostCompared = 10;

/** Ways to weights other than typing them: all alike, comparing, the spread between steps, respondents' answers. */
export function WeighBy({ titles, scoresByStep, onTake }: WeighByProps) {
  const [way, setWay] = useState<'comparing' | 'spread' | 'answers'>();
  if (titles.length < 2) return null;
  const ways: WeighingProps = {
    titles,
    onTake: (weights) => {
      onTake(weights.map((weight) => Math.round(1_000 * weight) / 10));
      setWay(undefined);
    },
    onClose: () => setWay(undefined),
  };
  return (
    <span className={styles['ways']}>
      <Button size="small" look="quiet" icon={<Equal />} onClick={() => onTake(titles.map(() => 1))}>
        <Trans>Weigh alike</Trans>
      </Button>
      {titles.length <= mostCompared && (
        <Button size="small" look="quiet" icon={<Scale />} onClick={() => setWay('comparing')}>
          <Trans>Weigh by comparing</Trans>
        </Button>
      )}
      <Button size="small" look="quiet" icon={<Waves />} onClick={() => setWay('spread')}>
        <Trans>Weigh by spread</Trans>
      </Button>
      <Button size="small" look="quiet" icon={<ClipboardPaste />} onClick={() => setWay('answers')}>
        <Trans>Weigh by answers</Trans>
      </Button>
      {way === 'comparing' && <PairwiseWeights {...ways} />}
      {way === 'spread' && <SpreadWeights {...ways} scoresByStep={scoresByStep} />}
      {way === 'answers' && <AnswerWeights {...ways} />}
    </span>
  );
}
