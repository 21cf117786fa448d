import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Card } from '../../model/map/card.ts';
import type { MapChange } from '../../model/map/compareMaps.ts';
import type { Emotion } from '../../model/map/emotion.ts';
import type { Connector } from '../../model/map/connector.ts';
import type { CardId, LaneId, StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import type { Marker } from '../../model/map/marker.ts';
import type { Measurement } from '../../model/map/measurement.ts';
import { markerKindNames } from '../../model/text/mapNames.ts';
import { describeMeasurements } from '../../model/quality/describeMeasurement.ts';

/** A change in words: where it is, and what it was and is. */
export interface ChangeText {
  readonly place: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** `now` names the places; what no longer stands in it is named by the earlier state. */
export function changeText(change: MapChange, earlier: JourneyMap, now: JourneyMap, i18n: I18n): ChangeText {
  const maps = [now, earlier] as const;
  return {
    place: placeText(change, maps, i18n),
    before: change.before && recordText(change, change.before, [earlier, now], i18n),
    after: change.after && recordText(change, change.after, maps, i18n),
  };
}

/** The map that a record is read in, and the other one, for what the first no longer or not yet has. */
type Maps = readonly [JourneyMap, JourneyMap];

/** Where a record stands, by names that a reader knows. */
export function placeText(
  { collection, before, after }: Pick<MapChange, 'collection' | 'before' | 'after'>,
  maps: Maps,
  i18n: I18n,
): string {
  const record = after ?? before;
  switch (collection) {
    case 'cards': {
      // The collection says what the record is, here and below.
      const { laneId, stepId } = record as Card;
      return laneId === undefined || stepId === undefined
        ? i18n._(msg`Card outside of the grid`)
        : `${laneTitle(maps, laneId)} · ${stepTitle(maps, stepId)}`;
    }
    case 'emotions':
      return i18n._(msg`Emotion · ${stepTitle(maps, (record as Emotion).stepId)}`);
    case 'measurements': {
      const { on } = record as Measurement;
      return 'stepId' in on ? i18n._(msg`Number · ${stepTitle(maps, on.stepId)}`) : i18n._(msg`Number`);
    }
    case 'markers': {
      const { stepId, cardId } = record as Marker;
      const at = stepId === undefined ? cardText(maps, cardId) : stepTitle(maps, stepId);
      return i18n._(msg`Marker · ${at}`);
    }
    case 'map':
      return i18n._(msg`About this map`);
    default:
      return i18n._(collectionNames[collection]);
  }
}

const collectionNames = {
  stages: msg`Stage`,
  steps: msg`Step`,
  lanes: msg`Lane`,
  pictures: msg`Picture`,
  connectors: msg`Connector`,
  personas: msg`Persona`,
  metrics: msg`Metric`,
  evidence: msg`Evidence`,
  pools: msg`Team`,
  nodes: msg`Service node`,
  arrivals: msg`Arrivals`,
  qualityModels: msg`Quality model`,
  levers: msg`Lever`,
  plans: msg`Plan`,
  forecasts: msg`Forecast`,
} as const;

const stepTitle = (maps: Maps, id: StepId): string =>
  maps.map((map) => indexMap(map).stepsById.get(id)?.title).find((title) => title !== undefined) ?? '';

const laneTitle = (maps: Maps, id: LaneId): string =>
  maps.map((map) => indexMap(map).lanesById.get(id)?.title).find((title) => title !== undefined) ?? '';

const cardText = (maps: Maps, id: CardId | undefined): string =>
  maps
    .map((map) => (id === undefined ? undefined : indexMap(map).cardsById.get(id)?.text))
    .find((text) => text !== undefined) ?? '';

/** What a reader knows the record by; for a changed one, the changed field that says most. */
function recordText({ collection, type, fields }: MapChange, record: object, maps: Maps, i18n: I18n): string {
  switch (collection) {
    case 'emotions':
      return i18n.number((record as Emotion).value * 2, {
        maximumFractionDigits: 1,
        signDisplay: 'exceptZero',
      });
    case 'measurements': {
      // The interface activates only languages of ours.
      const describe = describeMeasurements(maps[0], i18n.locale as Language);
      const { title, value, unit } = describe(record as Measurement, undefined);
      return i18n._(msg`${title}: ${`${value} ${unit}`.trim()}`);
    }
    case 'cards': {
      const card = record as Card;
      const moved = type === 'changed' && fields.some((field) => field === 'laneId' || field === 'stepId');
      const text = card.text === '' ? i18n._(msg`empty card`) : card.text;
      return moved && card.laneId !== undefined && card.stepId !== undefined
        ? `${text} (${laneTitle(maps, card.laneId)} · ${stepTitle(maps, card.stepId)})`
        : text;
    }
    case 'markers':
      return markerKindNames[(record as Marker).kind][i18n.locale as Language];
    case 'connectors': {
      const { fromCardId, toCardId } = record as Connector;
      return `${cardText(maps, fromCardId)} → ${cardText(maps, toCardId)}`;
    }
    default: {
      const named = record as { readonly [field: string]: unknown };
      const said = ['title', 'name', 'claim', 'label', 'kind'].find(
        (field) => typeof named[field] === 'string',
      );
      return said === undefined ? '…' : String(named[said]);
    }
  }
}
