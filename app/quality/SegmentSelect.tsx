import { useLingui } from '@lingui/react/macro';
import { type Channel, channels } from '../../model/map/channel.ts';
import type { PersonaId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Segment } from '../../model/quality/measuredInputs.ts';
import { channelNames } from '../../model/text/mapNames.ts';
import styles from './QualityPage.module.css';

export interface SegmentSelectProps {
  readonly map: JourneyMap;
  readonly segment: Segment;
  readonly onChange: (segment: Segment) => void;
}

/** Whose contacts the scores are about: all, those of a persona, or those on a channel. Only where numbers exist. */
export function SegmentSelect({ map, segment, onChange }: SegmentSelectProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const personas = map.personas.filter(({ id }) =>
    map.measurements.some((each) => each.segment?.personaId === id && each.segment.channel === undefined),
  );
  const used = channelsWithNumbers(map);
  if (personas.length === 0 && used.length === 0) return null;
  const value =
    segment.personaId === undefined
      ? segment.channel === undefined
        ? 'all'
        : `channel ${segment.channel}`
      : `persona ${segment.personaId}`;
  return (
    <select
      className={styles['select']}
      aria-label={t`Whose contacts`}
      value={value}
      onChange={(event) => {
        const [kind, id = ''] = event.currentTarget.value.split(' ');
        // The options below give the ids.
        if (kind === 'persona') onChange({ personaId: id as PersonaId });
        else onChange(kind === 'channel' ? { channel: id as Channel } : {});
      }}
    >
      <option value="all">{t`All contacts`}</option>
      {personas.map(({ id, name }) => (
        <option key={id} value={`persona ${id}`}>
          {name}
        </option>
      ))}
      {used.map((channel) => (
        <option key={channel} value={`channel ${channel}`}>
          {channelNames[channel][language]}
        </option>
      ))}
    </select>
  );
}

/** Channels with numbers of their own: of a segment, or of a node on that channel. */
export function channelsWithNumbers(map: JourneyMap): readonly Channel[] {
  return channels.filter(
    (channel) =>
      map.measurements.some(
        (each) => each.segment?.channel === channel && each.segment.personaId === undefined,
      ) ||
      map.nodes.some(
        (node) =>
          node.channel === channel &&
          map.measurements.some(({ on }) => 'nodeId' in on && on.nodeId === node.id),
      ),
  );
}
