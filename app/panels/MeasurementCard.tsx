import { Trans, useLingui } from '@lingui/react/macro';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Measurement } from '../../model/map/measurement.ts';
import { describeMeasurements } from '../../model/quality/describeMeasurement.ts';
import { findingsOf } from '../../model/quality/measurementFindings.ts';
import { type KnownMetric, metricOf } from '../../model/quality/metricCatalogue.ts';
import { seriesChange } from '../../model/quality/seriesChange.ts';
import { hasObservations } from '../../model/quality/observationsInTable.ts';
import { posteriorIn } from '../../model/quality/posterior.ts';
import { channelNames, sourceKindNames } from '../../model/text/mapNames.ts';
import { measurementFindingText } from '../../model/text/qualityFindingText.ts';
import { today } from '../design/today.ts';
import { classNames } from '../design/classNames.ts';
import { formatMetric, formatSigned } from '../design/formatNumber.ts';
import { IconButton } from '../design/parts/IconButton.tsx';
import { Menu, MenuItem } from '../design/parts/Menu.tsx';
import { SeriesSparkline } from '../quality/SeriesSparkline.tsx';
import { TalkButton } from '../talk/TalkButton.tsx';
import { comma } from '../language/comma.ts';
import styles from './MeasurementCard.module.css';
import { Quantiles } from './Quantiles.tsx';
import { TargetState } from './TargetState.tsx';

export interface MeasurementCardProps {
  readonly map: JourneyMap;
  readonly measurement: Measurement;
  /** undefined: only to be read. */
  readonly onEdit: (() => void) | undefined;
  readonly onDelete: (() => void) | undefined;
}

/** One number with what stands behind it: interval, target, source, observations and age. */
export function MeasurementCard({ map, measurement, onEdit, onDelete }: MeasurementCardProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const words = describeMeasurements(map, language)(measurement, undefined);
  const estimated = measurement.source.kind === 'estimate';
  const whose = whoseContacts(map, measurement, language);
  const name = [words.title, ...whose].join(comma(language));
  return (
    <li className={styles['card']}>
      <div className={styles['head']}>
        <span className={styles['title']}>{words.title}</span>
        {whose.map((part) => (
          <span key={part} className={styles['whose']}>
            {part}
          </span>
        ))}
        {words.targetState !== undefined && <TargetState state={words.targetState} />}
        <TalkButton
          size="small"
          anchor={{ collection: 'measurements', recordId: measurement.id }}
          name={name}
        />
        {onEdit !== undefined && onDelete !== undefined && (
          <Menu
            align="end"
            trigger={<IconButton size="small" label={t`More for “${name}”`} icon={<Ellipsis />} />}
          >
            <MenuItem icon={<Pencil />} onSelect={onEdit}>
              <Trans>Change</Trans>
            </MenuItem>
            <MenuItem icon={<Trash2 />} danger onSelect={onDelete}>
              <Trans>Delete</Trans>
            </MenuItem>
          </Menu>
        )}
      </div>
      <p className={classNames(styles['figures'], 'numbers')}>
        <strong className={classNames(styles['value'], estimated && styles['estimated'])}>
          {words.value}
        </strong>
        <span className={styles['unit']}>{words.unit}</span>
        <Interval map={map} measurement={measurement} language={language} />
        <Target map={map} measurement={measurement} language={language} />
      </p>
      <Behind map={map} measurement={measurement} />
    </li>
  );
}

/** Persona and channel that the number is about, in words. */
function whoseContacts(map: JourneyMap, { segment }: Measurement, language: Language): readonly string[] {
  const persona = map.personas.find(({ id }) => id === segment?.personaId);
  return [persona?.name, segment?.channel && channelNames[segment.channel][language]].filter(
    (part) => part !== undefined,
  );
}

interface PartProps {
  readonly map: JourneyMap;
  readonly measurement: Measurement;
  readonly language: Language;
}

function Interval({ map, measurement, language }: PartProps) {
  const metric = metricOf(map, measurement.metric);
  const posterior = posteriorIn(map, measurement);
  if (posterior === undefined || metric === undefined) return null;
  const own = map.metrics.find(({ id }) => id === measurement.metric);
  const { low, high } = posterior.interval();
  if (posterior.method === 'exact' || low === high) return null;
  const half = (high - low) / 2;
  const from = formatMetric(low, metric.unit, language, half);
  const to = formatMetric(high, metric.unit, language, half);
  // Counts of one's own are no contacts a day, unless they say so.
  const unit = own === undefined || metric.unit === 'share' ? to.unit : own.unit;
  return (
    <span className={styles['interval']}>
      {own !== undefined || from.unit === to.unit ? from.value : `${from.value} ${from.unit}`}
      {' – '}
      {to.value} {unit}
      {posterior.method === 'assumed' && (
        <>
          {' '}
          <Trans>(assumed)</Trans>
        </>
      )}
    </span>
  );
}

function Target({ map, measurement: { target, metric }, language }: PartProps) {
  const unit = metricOf(map, metric)?.unit;
  if (target === undefined || unit === undefined) return null;
  const shown = formatMetric(target, unit, language);
  return (
    <span className={styles['target']}>
      <Trans>
        target {shown.value} {shown.unit}
      </Trans>
    </span>
  );
}

function Behind({ map, measurement }: Pick<PartProps, 'map' | 'measurement'>) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const { source, n, period, windowDays } = measurement;
  const known = metricOf(map, measurement.metric);
  const [day] = useState(today);
  const facts = [
    sourceKindNames[source.kind][language],
    n !== undefined && t`n = ${i18n.number(n)}`,
    windowDays !== undefined && t`within ${windowDays} days`,
    period !== undefined && `${i18n.date(period.from)} – ${i18n.date(period.to)}`,
    period === undefined && source.date !== undefined && i18n.date(source.date),
    source.ownerName,
  ].filter(Boolean);
  return (
    <div className={styles['behind']}>
      <p>
        <span className={styles['facts']}>{facts.join(' · ')}</span>
      </p>
      {findingsOf(map, measurement, day).map((finding) => (
        <p key={finding.type} className={styles['caution']}>
          {measurementFindingText(finding, language)}
        </p>
      ))}
      {measurement.samples !== undefined && known !== undefined && hasObservations(known) && (
        <p className={styles['facts']}>
          <Quantiles samples={measurement.samples} unit={known.unit} language={language} />
        </p>
      )}
      <SeriesSparkline series={measurement.series} />
      <Change measurement={measurement} known={known} />
      {source.reference !== '' && <p className={styles['reference']}>{source.reference}</p>}
    </div>
  );
}

interface ChangeProps {
  readonly measurement: Measurement;
  readonly known: KnownMetric | undefined;
}

/** What happened since the value before, in points of per cent. */
function Change({ measurement, known }: ChangeProps) {
  const { i18n } = useLingui();
  const found = seriesChange(measurement, known);
  if (found === undefined) return null;
  const points = (share: number) => formatSigned(share * 100, i18n.locale as Language);
  const low = points(found.interval.low);
  const high = points(found.interval.high);
  return (
    <p className={styles['facts']}>
      <Trans>
        Since {i18n.date(found.since)}: {points(found.change)} points ({low} to {high})
      </Trans>
      {!found.isSure && (
        <>
          {' · '}
          <Trans>may be chance</Trans>
        </>
      )}
    </p>
  );
}
