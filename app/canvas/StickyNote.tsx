import { memo } from 'react';
import { useCanvas } from './canvasContext.ts';
import { CardView } from './cards/CardView.tsx';

/** A loose note beside the grid. */
export const StickyNote = memo(({ id }: { readonly id: string }) => {
  const canvas = useCanvas();
  const box = canvas.layout().stickies.find((sticky) => sticky.cardId === id);
  return box === undefined ? null : (
    <CardView box={{ ...box, y: 0 }} x={0} kind={undefined} group={undefined} />
  );
});
