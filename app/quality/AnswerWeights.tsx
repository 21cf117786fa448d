import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useMemo, useState } from 'react';
import { answersInTable } from '../../model/quality/answersInTable.ts';
import { regressionWeights } from '../../model/quality/regressionWeights.ts';
import { weightErrorText } from '../../model/text/weightErrorText.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { TextField } from '../design/parts/Field.tsx';
import { useLanguage } from '../language/useLanguage.ts';
import styles from './PairwiseWeights.module.css';
import { rowsOfText } from './rowsOfText.ts';
import { WeightList } from './WeightList.tsx';
import type { WeighingProps } from './weighing.ts';

/** Weights from what respondents answered: how much of their overall judgement each part explains. */
export function AnswerWeights({ titles, onTake, onClose }: WeighingProps) {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const [pasted, setPasted] = useState('');
  const text = useDeferredValue(pasted);
  const found = useMemo(() => {
    if (text.trim() === '') return undefined;
    const answers = answersInTable(rowsOfText(text), titles.length);
    return answers.ok ? regressionWeights(answers.value.predictors, answers.value.outcome) : answers;
  }, [text, titles]);
  const columns = [...titles, t`overall judgement`].join(' · ');
  return (
    <Dialog
      open
      width="wide"
      title={t`Weigh by answers`}
      description={<Trans>Paste a row for each respondent, with the columns {columns}.</Trans>}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            look="main"
            disabled={found?.ok !== true}
            onClick={() => found?.ok === true && onTake(found.value.weights)}
          >
            <Trans>Take these weights</Trans>
          </Button>
        </>
      }
    >
      <TextField
        label={t`Answers`}
        rows={8}
        value={pasted}
        error={found?.ok === false ? weightErrorText(found.error, titles, language) : undefined}
        onChange={(event) => setPasted(event.currentTarget.value)}
      />
      {found?.ok === true && (
        <div role="status">
          <WeightList titles={titles} weights={found.value.weights} bands={found.value.bands} />
          <p className={styles['note']}>
            {found.value.method === 'shapley' ? (
              <Trans>
                {found.value.respondents} answers; together the parts explain{' '}
                {i18n.number(found.value.explained, { style: 'percent', maximumFractionDigits: 0 })} of the
                judgement, shared out by Shapley values.
              </Trans>
            ) : (
              <Trans>
                {found.value.respondents} answers; together the parts explain{' '}
                {i18n.number(found.value.explained, { style: 'percent', maximumFractionDigits: 0 })} of the
                judgement, shared out by relative weights.
              </Trans>
            )}
          </p>
        </div>
      )}
    </Dialog>
  );
}
