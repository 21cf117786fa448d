import { describe, expect, it } from 'vitest';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { mapFromTemplate } from '../../model/map/mapFromTemplate.ts';
import { journeyTemplates } from '../../templates/journeys/journeyTemplates.ts';
import { findPlaces } from './findPlaces.ts';

const mapIn = (language: 'en' | 'zh-Hans'): JourneyMap => {
  const read = mapFromTemplate(journeyTemplates[0]!.content, language, 'map_x' as JourneyMap['id']);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

describe('search on a map', () => {
  it('[C41] finds by all words, whatever their case, and puts what begins with them first', () => {
    const found = findPlaces(mapIn('en'), 'PARCEL wrong');
    expect(found.map((place) => place.text)).toEqual(
      expect.arrayContaining(['Notice the wrong parcel', 'Has to send the wrong parcel back first']),
    );
    expect(findPlaces(mapIn('en'), 'parcel')[0]).toMatchObject({
      text: 'Parcel and packing slip',
      where: 'Evidence · Notice the wrong parcel',
    });
  });

  it('[C41] finds Chinese and finds nothing for nothing', () => {
    expect(findPlaces(mapIn('zh-Hans'), '包裹').length).toBeGreaterThan(2);
    expect(findPlaces(mapIn('en'), '   ')).toEqual([]);
    expect(findPlaces(mapIn('en'), 'zebra')).toEqual([]);
  });
});
