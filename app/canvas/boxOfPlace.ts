import type { Box, MapLayout } from '../../model/layout/mapLayout.ts';
import { cardBoxOnMap } from '../../model/layout/placeOnMap.ts';
import type { GridFocus } from './gridFocus.ts';

/** The box of a place of the grid, from the origin of the map; nothing for what is not shown. */
export function boxOfPlace(layout: MapLayout, focus: GridFocus): Box | undefined {
  const { rows, columns, stages, header, rail } = layout;
  switch (focus.kind) {
    case 'card':
      return cardBoxOnMap(layout, focus.cardId);
    case 'cell': {
      const row = rows.find((one) => one.laneId === focus.laneId);
      const column = columns.find((one) => one.stepId === focus.stepId);
      return row === undefined || column === undefined
        ? undefined
        : { x: column.x, y: row.y, width: column.width, height: row.height };
    }
    case 'step': {
      const column = columns.find((one) => one.stepId === focus.stepId);
      return column === undefined
        ? undefined
        : { x: column.x, y: header.stepY, width: column.width, height: header.stepHeight };
    }
    case 'stage':
      return stages.find((one) => one.stageId === focus.stageId);
    case 'lane': {
      const row = rows.find((one) => one.laneId === focus.laneId);
      return row === undefined ? undefined : { x: 0, y: row.y, width: rail.width, height: row.height };
    }
  }
}
