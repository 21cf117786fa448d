import { memo, useMemo } from 'react';
import { CardView } from './cards/CardView.tsx';
import { useShownMap } from './shownMap.ts';

/** A loose note beside the grid. */
export const StickyNote = memo(({ id }: { readonly id: string }) => {
  const box = useShownMap().layout.stickies.find((sticky) => sticky.cardId === id);
  // It stands where React Flow puts it.
  const inNode = useMemo(() => (box === undefined ? undefined : { ...box, y: 0 }), [box]);
  return inNode === undefined ? null : <CardView box={inNode} x={0} kind={undefined} group={undefined} />;
});
