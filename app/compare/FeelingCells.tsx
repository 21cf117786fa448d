import { useLingui } from '@lingui/react/macro';
import type { ComparedFeeling } from '../../model/map/compareFeelings.ts';
import type { Emotion } from '../../model/map/emotion.ts';
import type { PersonaId, StepId } from '../../model/map/ids.ts';
import type { Persona } from '../../model/map/persona.ts';
import { ComparedFigure } from './ComparedFigure.tsx';
import styles from './ComparedTable.module.css';

export interface FeelingCellsProps {
  readonly stepIds: readonly StepId[];
  /** The personas of both sides. */
  readonly personas: readonly Persona[];
  readonly feelings: (stepId: StepId) => readonly ComparedFeeling[];
  readonly onTake: ((stepId: StepId, personaId: PersonaId) => void) | undefined;
}

/** Under the curves: the points that differ, with who feels so. */
export function FeelingCells({ stepIds, personas, feelings, onTake }: FeelingCellsProps) {
  const { t, i18n } = useLingui();
  const said = (emotion: Emotion | undefined, withQuote: boolean) => {
    if (emotion === undefined) return undefined;
    const value = i18n.number(emotion.value * 2, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
    return withQuote && emotion.quote ? `${value} “${emotion.quote}”` : value;
  };
  return stepIds.map((stepId) => (
    <td key={stepId} className={styles['cell']}>
      {feelings(stepId)
        .filter(({ change }) => change !== 'same')
        .map(({ personaId, change, before, after }) => (
          <ComparedFigure
            key={personaId}
            name={personas.length > 1 ? (personas.find(({ id }) => id === personaId)?.name ?? '') : ''}
            change={change}
            before={said(before, before?.quote !== after?.quote)}
            after={said(after, before?.quote !== after?.quote)}
            take={
              onTake && {
                label: t`Take this emotion from the other side`,
                onTake: () => onTake(stepId, personaId),
              }
            }
          />
        ))}
    </td>
  ));
}
