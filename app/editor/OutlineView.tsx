import { useLingui } from '@lingui/react/macro';
import { Plus, Trash2 } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { describeMeasurements } from '../../model/quality/describeMeasurement.ts';
import { shownMeasurements } from '../../model/layout/metricCells.ts';
import type { Card } from '../../model/map/card.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { type Lane, lanesWithoutCards } from '../../model/map/lane.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import type { Step } from '../../model/map/step.ts';
import type { Canvas } from '../canvas/canvasContext.ts';
import { SharedTextArea } from '../canvas/cards/SharedTextArea.tsx';
import { useCardName } from '../canvas/cards/useCardName.ts';
import { shownEmotion } from '../canvas/lanes/EmotionPoint.tsx';
import { Button } from '../design/parts/Button.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { NumberField } from '../design/parts/NumberField.tsx';
import styles from './OutlineView.module.css';

export interface OutlineViewProps {
  readonly canvas: Canvas;
  readonly map: JourneyMap;
}

/** The map as text: stage by stage and step by step, with everything that stands there. The twin of the canvas for reading and for screen readers. */
export function OutlineView({ canvas, map }: OutlineViewProps) {
  const { t } = useLingui();
  return (
    <div className={styles['page']} data-region tabIndex={-1}>
      <article className={styles['outline']}>
        <h2 className={styles['title']}>{map.title}</h2>
        {map.description !== '' && <p className={styles['description']}>{map.description}</p>}
        {map.stages.map((stage) => (
          <section key={stage.id} aria-label={t`Stage: ${stage.title}`}>
            <h3 className={styles['stage']} style={{ borderColor: `var(--stage-${stage.hue})` }}>
              {stage.title}
            </h3>
            {map.steps
              .filter((step) => step.stageId === stage.id)
              .map((step) => (
                <StepSection
                  key={step.id}
                  canvas={canvas}
                  map={map}
                  step={step}
                  number={map.steps.indexOf(step) + 1}
                />
              ))}
          </section>
        ))}
      </article>
    </div>
  );
}

interface StepSectionProps extends OutlineViewProps {
  readonly step: Step;
  readonly number: number;
}

function StepSection({ canvas, map, step, number }: StepSectionProps) {
  const { t } = useLingui();
  return (
    <section className={styles['step']} aria-label={t`Step ${number}: ${step.title}`}>
      <h4 className={styles['stepTitle']}>
        <span className={styles['number']}>{number}</span>
        <TitleField
          label={t`Title of step ${number}`}
          title={step.title}
          readOnly={canvas.readOnly}
          onChange={(title) => canvas.actions.rename({ kind: 'step', stepId: step.id }, title)}
        />
      </h4>
      <dl className={styles['lanes']}>
        {map.lanes.map((lane) => (
          <LaneOfStep key={lane.id} canvas={canvas} map={map} lane={lane} step={step} />
        ))}
      </dl>
    </section>
  );
}

interface LaneOfStepProps extends OutlineViewProps {
  readonly lane: Lane;
  readonly step: Step;
}

/** What stands in one cell. Lanes with nothing here are shown to who may add to them. */
function LaneOfStep({ canvas, map, lane, step }: LaneOfStepProps) {
  const { t } = useLingui();
  const cards = indexMap(map).cardsInCell(lane.id, step.id);
  if (lane.kind === 'emotion') return <EmotionsOfStep canvas={canvas} map={map} lane={lane} step={step} />;
  if (lane.kind === 'metrics') return <NumbersOfStep map={map} lane={lane} step={step} />;
  if (cards.length === 0 && (canvas.readOnly || lanesWithoutCards.has(lane.kind))) return null;
  return (
    <div className={styles['lane']}>
      <dt>{lane.title}</dt>
      <dd>
        <ul>
          {cards.map((card) => (
            <CardLine key={card.id} canvas={canvas} card={card} />
          ))}
        </ul>
        {!canvas.readOnly && (
          <Button
            look="quiet"
            size="small"
            icon={<Plus />}
            className={styles['add']}
            aria-label={t`Add to ${lane.title} at ${step.title}`}
            onClick={() => canvas.actions.addCard(lane.id, step.id)}
          >
            {t`Add`}
          </Button>
        )}
      </dd>
    </div>
  );
}

const CardLine = memo(({ canvas, card }: { readonly canvas: Canvas; readonly card: Card }) => {
  const { t } = useLingui();
  const name = useCardName(card);
  const edited = canvas.store((state) => state.editing?.kind === 'card' && state.editing.cardId === card.id);
  if (edited)
    return (
      <li className={styles['card']}>
        <SharedTextArea canvas={canvas} cardId={card.id} className={styles['editor']} />
      </li>
    );
  return (
    <li className={styles['card']}>
      {canvas.readOnly ? (
        <span>{name}</span>
      ) : (
        <>
          <button
            type="button"
            className={styles['text']}
            aria-label={t`Edit: ${name}`}
            onClick={() => canvas.actions.editCard(card.id)}
          >
            {name}
          </button>
          <IconButton
            size="small"
            label={t`Delete: ${name}`}
            icon={<Trash2 />}
            className={styles['delete']}
            onClick={() => canvas.actions.deleteCards([card.id])}
          />
        </>
      )}
    </li>
  );
});

function EmotionsOfStep({ canvas, map, lane, step }: LaneOfStepProps) {
  const { t } = useLingui();
  const emotions = map.emotions.filter((emotion) => emotion.laneId === lane.id && emotion.stepId === step.id);
  if (emotions.length === 0) return null;
  return (
    <div className={styles['lane']}>
      <dt>{lane.title}</dt>
      <dd>
        {emotions.map((emotion) => {
          const persona = indexMap(map).personasById.get(emotion.personaId)?.name ?? '';
          return (
            <div key={emotion.id} className={styles['emotion']}>
              <span>{persona}</span>
              {canvas.readOnly ? (
                <span className="numbers">{shownEmotion(emotion.value)}</span>
              ) : (
                <NumberField
                  hiddenLabel
                  label={t`Emotion of ${persona} at ${step.title}, from -2 to 2`}
                  className={styles['emotionField']}
                  value={shownEmotion(emotion.value)}
                  least={-2}
                  most={2}
                  onChange={(shown) =>
                    canvas.actions.setEmotion({
                      laneId: lane.id,
                      stepId: step.id,
                      personaId: emotion.personaId,
                      // An empty field is refused: there is a number.
                      value: shown! / 2,
                    })
                  }
                />
              )}
            </div>
          );
        })}
      </dd>
    </div>
  );
}

function NumbersOfStep({ map, lane, step }: Omit<LaneOfStepProps, 'canvas'>) {
  const lines = useMemo(() => {
    const describe = describeMeasurements(map, map.language);
    return (shownMeasurements(map.measurements).get(step.id) ?? []).map((measurement) => {
      const { title, value, unit } = describe(measurement, undefined);
      return { id: measurement.id, text: `${title}: ${value} ${unit}`.trim() };
    });
  }, [map, step.id]);
  if (lines.length === 0) return null;
  return (
    <div className={styles['lane']}>
      <dt>{lane.title}</dt>
      <dd>
        <ul className="numbers">
          {lines.map((line) => (
            <li key={line.id}>{line.text}</li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

interface TitleFieldProps {
  readonly label: string;
  readonly title: string;
  readonly readOnly: boolean;
  readonly onChange: (title: string) => void;
}

function TitleField({ label, title, readOnly, onChange }: TitleFieldProps) {
  const [draft, setDraft] = useState<string>();
  if (readOnly) return <>{title}</>;
  return (
    <input
      className={styles['titleField']}
      aria-label={label}
      maxLength={1000}
      value={draft ?? title}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== undefined && draft !== title) onChange(draft);
        setDraft(undefined);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(undefined);
      }}
    />
  );
}
