import { useEffect, useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Pictures } from '../session/pictures.ts';
import { withPictures } from '../session/pictureShelf.ts';

/** The map with the bytes of its pictures, as soon as they are read: every file that is written has them. */
export function useMapWithPictures(map: JourneyMap, pictures: Pick<Pictures, 'held'>): JourneyMap {
  const [held, setHeld] = useState<{ readonly of: JourneyMap; readonly map: JourneyMap }>();
  useEffect(() => {
    let left = false;
    if (map.pictures.length > 0)
      void pictures.held(map.pictures.map(({ hash }) => hash)).then((bytes) => {
        if (!left) setHeld({ of: map, map: withPictures(map, bytes) });
      });
    return () => {
      left = true;
    };
  }, [map, pictures]);
  return held?.of === map ? held.map : map;
}
