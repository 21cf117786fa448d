import { convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createRoot } from 'react-dom/client';
import { arrowsOf, type Box, boxesOf } from '../boxes.ts';

/** Excalidraw holding the bench's boxes; the bench finds its handle at `window.board`. */
const cards = Number(new URLSearchParams(location.search).get('cards'));
const boxes = boxesOf(cards);
const at = ({ step, lane, place }: Box) => ({ x: step * 190, y: lane * 230 + place * 54 });

const elements = convertToExcalidrawElements(
  [
    ...boxes.map((box) => ({
      type: 'rectangle' as const,
      id: box.id,
      ...at(box),
      width: 176,
      height: 48,
      roughness: 0,
      strokeWidth: 1,
      label: { text: box.text, fontSize: 12, fontFamily: 2 },
    })),
    ...arrowsOf(cards).map(({ from, to }) => {
      const start = at(boxes[from]!);
      const end = at(boxes[to]!);
      return {
        type: 'arrow' as const,
        x: start.x + 88,
        y: start.y + 48,
        width: end.x - start.x,
        height: end.y - start.y - 48,
        roughness: 0,
      };
    }),
  ],
  { regenerateIds: false },
);

createRoot(document.getElementById('root')!).render(
  <Excalidraw
    initialData={{ elements, appState: { zoom: { value: 1 as never }, scrollX: 60, scrollY: 80 } }}
    excalidrawAPI={(board) => {
      Object.assign(window, { board });
    }}
  />,
);
