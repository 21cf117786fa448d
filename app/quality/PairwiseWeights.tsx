import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { pairwiseWeights } from '../../model/quality/pairwiseWeights.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import styles from './PairwiseWeights.module.css';
import type { WeighingProps } from './weighing.ts';
import { WeightList } from './WeightList.tsx';

/** Saaty's scale to either side of "alike". */
const scale = [9, 7, 5, 3, 1, 1 / 3, 1 / 5, 1 / 7, 1 / 9];

/** Weights from comparing two at a time, with a warning when the answers contradict each other. */
export function PairwiseWeights({ titles, onTake, onClose }: WeighingProps) {
  const { t, i18n } = useLingui();
  const [judgements, setJudgements] = useState<readonly (readonly number[])[]>(() =>
    titles.map(() => titles.map(() => 1)),
  );
  const found = pairwiseWeights(judgements);
  const judge = (i: number, j: number, value: number): void =>
    setJudgements(
      judgements.map((row, r) =>
        row.map((cell, c) => (r === i && c === j ? value : r === j && c === i ? 1 / value : cell)),
      ),
    );
  const words = (value: number): string => {
    if (value === 1) return t`alike`;
    const times = Math.round(Math.max(value, 1 / value));
    return value > 1 ? t`left ${times} ×` : t`right ${times} ×`;
  };
  return (
    <Dialog
      open
      width="wide"
      title={t`Compare two at a time`}
      description={<Trans>Which of the two matters more, and how many times as much?</Trans>}
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
      <table className={styles['pairs']}>
        <tbody>
          {titles.flatMap((left, i) =>
            titles.slice(i + 1).map((right, k) => {
              const j = i + 1 + k;
              return (
                <tr key={`${i} ${j}`}>
                  <th scope="row">{left}</th>
                  <td>
                    <select
                      className={styles['scale']}
                      aria-label={t`“${left}” against “${right}”`}
                      value={String(judgements[i]![j])}
                      onChange={(event) => judge(i, j, Number(event.currentTarget.value))}
                    >
                      {scale.map((value) => (
                        <option key={value} value={String(value)}>
                          {words(value)}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>{right}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
      {found.ok && (
        <div role="status">
          <WeightList titles={titles} weights={found.value.weights} />
          <p className={found.value.consistent ? styles['note'] : styles['warning']}>
            <Trans>
              Consistency ratio {i18n.number(found.value.consistencyRatio, { maximumFractionDigits: 2 })};
              above 0.1 the answers contradict each other.
            </Trans>
          </p>
          {!found.value.consistent && (
            <ul className={styles['note']}>
              {found.value.worstTriads.map(({ items }) => (
                <li key={items.join()}>
                  <Trans>Look again at: {items.map((item) => titles[item]).join(' / ')}</Trans>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Dialog>
  );
}
