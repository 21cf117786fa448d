import { Trans, useLingui } from '@lingui/react/macro';
import { Plus, Trash2 } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { newId } from '../../model/map/newId.ts';
import type { Dimension, Indicator, QualityModel } from '../../model/map/qualityModel.ts';
import { curveOf } from '../../model/quality/defaultCurves.ts';
import { metricOf } from '../../model/quality/metricCatalogue.ts';
import { metricTable } from '../../model/quality/metricTable.ts';
import { metricTitle } from '../../model/quality/metricTitle.ts';
import { type QualityModelError, qualityModelErrors } from '../../model/quality/qualityModelErrors.ts';
import { scoresByStep } from '../../model/quality/scoresByStep.ts';
import { qualityModelErrorText } from '../../model/text/qualityFindingText.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { Field, SelectField } from '../design/parts/Field.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { numberIn } from '../design/readNumber.ts';
import { CurveEditor } from './CurveEditor.tsx';
import styles from './ModelEditor.module.css';
import { WeighBy } from './WeighBy.tsx';

export interface ModelEditorProps {
  readonly map: JourneyMap;
  readonly model: QualityModel;
  /** `base`: the model as it was when the editor was opened. */
  readonly onSave: (model: QualityModel, base: QualityModel) => void;
  readonly onClose: () => void;
}

/** Dimensions, indicators, weights and curves of the map's own model. It is saved only when it can be scored. */
export function ModelEditor({ map, model, onSave, onClose }: ModelEditorProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const [base] = useState(model);
  const [draft, setDraft] = useState(base);
  const errors = qualityModelErrors(map, draft);
  const textOf: ErrorText = (at) => {
    const error = errors.find(at);
    return error && qualityModelErrorText(error, language, titleOf);
  };
  const ofModel = errors.filter((error) => !('indicatorId' in error) && !('dimensionId' in error));
  const titleOf = (id: string): string =>
    draft.dimensions.flatMap((each) => [each, ...each.indicators]).find((each) => each.id === id)?.title ??
    id;
  const setDimensions = (dimensions: readonly Dimension[]) => setDraft({ ...draft, dimensions });
  const changed = (next: Dimension) =>
    setDimensions(draft.dimensions.map((each) => (each.id === next.id ? next : each)));
  const stepScores = useMemo(() => scoresByStep(map, draft), [map, draft]);
  const all = draft.dimensions.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <Dialog
      open
      width="wide"
      title={t`Change the quality model`}
      description={<Trans>Weights are shares: 20 and 30 mean the same as 2 and 3.</Trans>}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="main" disabled={errors.length > 0} onClick={() => onSave(draft, base)}>
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <Field
        label={t`Name`}
        value={draft.title}
        onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
      />
      {draft.dimensions.map((dimension) => (
        <DimensionFields
          key={dimension.id}
          map={map}
          dimension={dimension}
          scoresByStep={stepScores.ofIndicators(dimension)}
          share={all > 0 ? dimension.weight / all : 0}
          language={language}
          errorText={textOf}
          onChange={changed}
          onDelete={() => setDimensions(draft.dimensions.filter((each) => each !== dimension))}
        />
      ))}
      <Button
        size="small"
        icon={<Plus />}
        onClick={() =>
          setDimensions([
            ...draft.dimensions,
            {
              id: newId('dimension', Math.random),
              title: t`New dimension`,
              weight: draft.dimensions.at(-1)?.weight ?? 1,
              indicators: [newIndicator(language)],
            },
          ])
        }
      >
        <Trans>Add a dimension</Trans>
      </Button>
      <WeighBy
        titles={draft.dimensions.map(({ title }) => title)}
        scoresByStep={stepScores.ofDimensions}
        onTake={(weights) =>
          setDimensions(draft.dimensions.map((each, i) => ({ ...each, weight: weights[i]! })))
        }
      />
      {ofModel.length > 0 && (
        <div role="alert">
          <ul className={styles['errors']}>
            {ofModel.map((error) => (
              <li key={error.path + error.type}>{qualityModelErrorText(error, language, titleOf)}</li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}

const newIndicator = (language: Language): Indicator => ({
  id: newId('indicator', Math.random),
  title: metricTable.find(({ id }) => id === 'csat')!.title[language],
  weight: 1,
  metric: 'csat',
  curve: 'default',
  aggregate: 'volume',
});

/** The sentence on the first error that is one of these; undefined: there is none. */
type ErrorText = (isHere: (error: QualityModelError) => boolean) => string | undefined;

interface DimensionFieldsProps {
  readonly map: JourneyMap;
  readonly dimension: Dimension;
  readonly scoresByStep: readonly (readonly number[])[];
  readonly share: number;
  readonly language: Language;
  readonly errorText: ErrorText;
  readonly onChange: (dimension: Dimension) => void;
  readonly onDelete: () => void;
}

function DimensionFields({
  map,
  dimension,
  scoresByStep: scores,
  share,
  language,
  errorText,
  onChange,
  onDelete,
}: DimensionFieldsProps) {
  const { t } = useLingui();
  const { indicators } = dimension;
  const all = indicators.reduce((sum, { weight }) => sum + weight, 0);
  const change = (next: Indicator) =>
    onChange({ ...dimension, indicators: indicators.map((each) => (each.id === next.id ? next : each)) });
  return (
    <fieldset className={styles['dimension']}>
      <legend className="unseen">{dimension.title}</legend>
      <div className={styles['line']}>
        <Field
          label={t`Dimension`}
          value={dimension.title}
          onChange={(event) => onChange({ ...dimension, title: event.currentTarget.value })}
        />
        <WeightField
          label={t`Weight`}
          weight={dimension.weight}
          share={share}
          onChange={(weight) => onChange({ ...dimension, weight })}
        />
        <IconButton
          size="small"
          label={t`Delete “${dimension.title}”`}
          icon={<Trash2 />}
          onClick={onDelete}
        />
      </div>
      {indicators.map((indicator) => (
        <IndicatorFields
          key={indicator.id}
          map={map}
          indicator={indicator}
          share={all > 0 ? indicator.weight / all : 0}
          language={language}
          errorText={(isHere) =>
            errorText(
              (error) => 'indicatorId' in error && error.indicatorId === indicator.id && isHere(error),
            )
          }
          onChange={change}
          onDelete={() =>
            onChange({ ...dimension, indicators: indicators.filter((each) => each !== indicator) })
          }
        />
      ))}
      <Button
        size="small"
        look="quiet"
        icon={<Plus />}
        onClick={() => onChange({ ...dimension, indicators: [...indicators, newIndicator(language)] })}
      >
        <Trans>Add an indicator</Trans>
      </Button>
      <RowError text={errorText((error) => 'dimensionId' in error && error.dimensionId === dimension.id)} />
      <WeighBy
        titles={indicators.map(({ title }) => title)}
        scoresByStep={scores}
        onTake={(weights) =>
          onChange({
            ...dimension,
            indicators: indicators.map((each, i) => ({ ...each, weight: weights[i]! })),
          })
        }
      />
    </fieldset>
  );
}

interface IndicatorFieldsProps {
  readonly map: JourneyMap;
  readonly indicator: Indicator;
  readonly share: number;
  readonly language: Language;
  readonly errorText: ErrorText;
  readonly onChange: (indicator: Indicator) => void;
  readonly onDelete: () => void;
}

function IndicatorFields({
  map,
  indicator,
  share,
  language,
  errorText,
  onChange,
  onDelete,
}: IndicatorFieldsProps) {
  const { t } = useLingui();
  const errorId = useId();
  const ofMetric = errorText(({ type }) => type === 'UnknownMetric');
  const ofCurve = errorText(({ type }) => type === 'NoCurve');
  const ofPoints = errorText(({ type }) => pointErrors.has(type));
  const wrong = (text: string | undefined) =>
    text === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': errorId };
  return (
    <div className={styles['indicator']}>
      <div className={styles['line']}>
        <Field
          label={t`Indicator`}
          hiddenLabel
          value={indicator.title}
          onChange={(event) => onChange({ ...indicator, title: event.currentTarget.value })}
        />
        <SelectField
          label={t`Metric of “${indicator.title}”`}
          hiddenLabel
          value={indicator.metric}
          {...wrong(ofMetric)}
          onChange={(event) =>
            onChange({ ...indicator, metric: event.currentTarget.value, curve: 'default' })
          }
        >
          {map.metrics.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          {metricTable.map(({ id }) => (
            <option key={id} value={id}>
              {metricTitle(map, id, language)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t`Curve of “${indicator.title}”`}
          hiddenLabel
          value={typeof indicator.curve === 'object' ? 'own' : indicator.curve}
          {...wrong(ofCurve)}
          onChange={(event) =>
            onChange({ ...indicator, curve: curveChoice(event.currentTarget.value, map, indicator) })
          }
        >
          <option value="default">{t`usual curve`}</option>
          <option value="flat">{t`flat: a quarter of it`}</option>
          <option value="none">{t`the value as it is`}</option>
          <option value="own">{t`own curve`}</option>
        </SelectField>
        <WeightField
          label={t`Weight of “${indicator.title}”`}
          hiddenLabel
          weight={indicator.weight}
          share={share}
          onChange={(weight) => onChange({ ...indicator, weight })}
        />
        <IconButton
          size="small"
          label={t`Delete “${indicator.title}”`}
          icon={<Trash2 />}
          onClick={onDelete}
        />
      </div>
      <RowError id={errorId} text={ofMetric ?? ofCurve} />
      {typeof indicator.curve === 'object' && (
        <CurveEditor
          map={map}
          metric={indicator.metric}
          curve={indicator.curve}
          error={ofPoints}
          onChange={(curve) => onChange({ ...indicator, curve })}
        />
      )}
    </div>
  );
}

/** What is wrong with the points of a curve. */
const pointErrors: ReadonlySet<QualityModelError['type']> = new Set([
  'KnotsNotAscending',
  'CurveTurns',
  'CurveAgainstMetric',
]);

/** One sentence below a row whose fields are too narrow for it; the field names it by its id. */
function RowError({ id, text }: { readonly id?: string; readonly text: string | undefined }) {
  return (
    text !== undefined && (
      <p id={id} role="alert" className={styles['error']}>
        {text}
      </p>
    )
  );
}

/** An own curve starts as the one in use, else as a straight line over the usual range. */
function curveChoice(choice: string, map: JourneyMap, { metric }: Indicator): Indicator['curve'] {
  if (choice === 'flat' || choice === 'none' || choice === 'default') return choice;
  const known = metricOf(map, metric);
  const usual = known && curveOf(known, 'default', undefined);
  const better = known?.direction !== 'lower';
  return (
    usual ?? {
      knots: [
        [0, better ? 0 : 100],
        [100, better ? 100 : 0],
      ],
      interpolation: 'linear',
      transform: 'none',
      source: '',
      grade: 'E',
    }
  );
}

interface WeightFieldProps {
  readonly label: string;
  readonly hiddenLabel?: boolean;
  readonly weight: number;
  readonly share: number;
  readonly onChange: (weight: number) => void;
}

function WeightField({ label, hiddenLabel = false, weight, share, onChange }: WeightFieldProps) {
  const { i18n } = useLingui();
  const [typed, setTyped] = useState(String(weight));
  const [editing, setEditing] = useState(false);
  return (
    <Field
      label={label}
      hiddenLabel={hiddenLabel}
      className={styles['weight']}
      inputMode="decimal"
      value={editing ? typed : String(weight)}
      unit={i18n.number(share, { style: 'percent', maximumFractionDigits: 0 })}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const value = numberIn(text);
        if (text.trim() !== '' && value >= 0 && Number.isFinite(value)) onChange(value);
      }}
      onFocus={() => {
        setTyped(String(weight));
        setEditing(true);
      }}
      onBlur={() => setEditing(false)}
    />
  );
}
