import { Trans, useLingui } from '@lingui/react/macro';
import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import { type Grade, gradeSchema } from '../../model/map/fields.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { MetricKey } from '../../model/map/metric.ts';
import type { Curve } from '../../model/map/qualityModel.ts';
import { scoreFunction } from '../../model/quality/curve.ts';
import { metricOf } from '../../model/quality/metricCatalogue.ts';
import { curveErrors } from '../../model/quality/qualityModelErrors.ts';
import { gradeNames } from '../../model/text/mapNames.ts';
import { formatMetric } from '../design/formatNumber.ts';
import { Field, SelectField, TextField } from '../design/parts/Field.tsx';
import styles from './CurveEditor.module.css';

export interface CurveEditorProps {
  readonly map: JourneyMap;
  readonly metric: MetricKey;
  readonly curve: Curve;
  /** What is wrong with the points as a curve of this metric. */
  readonly error: string | undefined;
  readonly onChange: (curve: Curve) => void;
}

const width = 240;
const height = 120;
const edge = 6;

/** Points of a curve as lines of "value score", what it looks like, and what it rests on. */
export function CurveEditor({ map, metric, curve, error, onChange }: CurveEditorProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const [typed, setTyped] = useState(() => curve.knots.map((knot) => knot.join(' ')).join('\n'));
  const [wrongLine, setWrongLine] = useState<number>();
  const read = (text: string) => {
    setTyped(text);
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const knots = lines.map((line) =>
      line
        .trim()
        .split(/[\s,;]+/)
        .map(Number),
    );
    const wrong = knots.findIndex(
      (knot) => knot.length !== 2 || !knot.every(Number.isFinite) || knot[1]! < 0 || knot[1]! > 100,
    );
    setWrongLine(wrong < 0 && knots.length < 2 ? knots.length : wrong < 0 ? undefined : wrong);
    if (wrong < 0 && knots.length >= 2)
      onChange({ ...curve, knots: knots.map(([value, score]) => [value!, score!] as const) });
  };
  return (
    <div className={styles['editor']}>
      <TextField
        label={t`Points: value and score (0–100), one pair a line`}
        rows={4}
        value={typed}
        error={
          wrongLine === undefined
            ? error
            : t`Expected two numbers in line ${wrongLine + 1}, such as “30 85”; at least two lines.`
        }
        onChange={(event) => read(event.currentTarget.value)}
      />
      <Preview map={map} metric={metric} curve={curve} language={language} />
      <div className={styles['rest']}>
        <SelectField
          label={t`Between the points`}
          value={curve.interpolation}
          onChange={(event) =>
            onChange({ ...curve, interpolation: event.currentTarget.value === 'pchip' ? 'pchip' : 'linear' })
          }
        >
          <option value="linear">{t`straight`}</option>
          <option value="pchip">{t`smooth`}</option>
        </SelectField>
        <Field
          label={t`What it rests on`}
          value={curve.source}
          onChange={(event) => onChange({ ...curve, source: event.currentTarget.value })}
        />
        <SelectField
          label={t`Grade`}
          value={curve.grade}
          onChange={(event) => onChange({ ...curve, grade: event.currentTarget.value as Grade })}
        >
          {gradeSchema.options.map((grade) => (
            <option key={grade} value={grade}>
              {grade} – {gradeNames[grade][language]}
            </option>
          ))}
        </SelectField>
      </div>
    </div>
  );
}

interface PreviewProps {
  readonly map: JourneyMap;
  readonly metric: MetricKey;
  readonly curve: Curve;
  readonly language: Language;
}

function Preview({ map, metric, curve, language }: PreviewProps) {
  const { t } = useLingui();
  const known = metricOf(map, metric);
  if (curveErrors(curve, known?.direction ?? 'none').some(({ type }) => type === 'KnotsNotAscending'))
    return (
      <p className={styles['note']}>
        <Trans>No picture: the values must ascend.</Trans>
      </p>
    );
  const first = curve.knots[0]![0];
  const last = curve.knots.at(-1)![0];
  const x = scaleLinear([first, last], [edge, width - edge]);
  const y = scaleLinear([0, 100], [height - edge, edge]);
  const score = scoreFunction(curve);
  const points = Array.from({ length: 61 }, (_, i) => first + ((last - first) * i) / 60);
  const ends = [first, last].map((value) => formatMetric(value, known?.unit ?? 'factor', language));
  return (
    <figure className={styles['preview']}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t`The curve from its first to its last point`}
      >
        <line className={styles['axis']} x1={edge} x2={width - edge} y1={y(0)} y2={y(0)} />
        <line className={styles['axis']} x1={edge} x2={width - edge} y1={y(100)} y2={y(100)} />
        <polyline
          className={styles['curve']}
          points={points.map((value) => `${x(value)},${y(score.at(value))}`).join(' ')}
        />
        {curve.knots.map(([value, scored]) => (
          <circle key={value} className={styles['knot']} cx={x(value)} cy={y(scored)} r={3} />
        ))}
      </svg>
      <figcaption className={styles['ends']}>
        {ends.map(({ value, unit }, i) => (
          <span key={i === 0 ? 'first' : 'last'}>
            {value} {unit}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
