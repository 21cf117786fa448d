import type { Box } from '../layout/mapLayout.ts';
import type { Group, Mark } from './drawing.ts';

/**
 * The marks that may show within a box; what surely lies outside is left out. Paths are kept unless the box of their
 * group, its first rectangle, lies outside: their own extent is not worth finding.
 */
export function cullMarks(marks: readonly Mark[], box: Box): readonly Mark[] {
  return marks.flatMap((mark): readonly Mark[] => {
    if (mark.type === 'group') {
      const inner = cullMarks(mark.marks, within(box, mark));
      const [frame] = mark.marks;
      const lost = frame?.type === 'rect' && inner[0] !== frame;
      return lost || (inner.length === 0 && mark.marks.length > 0) ? [] : [{ ...mark, marks: inner }];
    }
    return mark.type === 'path' || touches(extentOf(mark), box) ? [mark] : [];
  });
}

/** The box in the group's own coordinates. */
function within(box: Box, { at = { x: 0, y: 0 }, scale = 1 }: Group): Box {
  return {
    x: (box.x - at.x) / scale,
    y: (box.y - at.y) / scale,
    width: box.width / scale,
    height: box.height / scale,
  };
}

function extentOf(mark: Exclude<Mark, { type: 'group' | 'path' }>): Box {
  if (mark.type !== 'text') return mark;
  const { size, lineHeight } = mark.style;
  // Widths of words that are set without measuring are 0; every letter has room in its size.
  const width = Math.max(...mark.lines.map((line) => Math.max(line.width, line.text.length * size)), 0);
  const x = mark.align === 'right' ? mark.x - width : mark.align === 'middle' ? mark.x - width / 2 : mark.x;
  return {
    x: x - size,
    y: mark.y - size,
    width: width + 2 * size,
    height: mark.lines.length * lineHeight + 2 * size,
  };
}

/** Strokes reach a little beyond their box. */
const reach = 2;

function touches(a: Box, b: Box): boolean {
  return (
    a.x - reach < b.x + b.width &&
    b.x < a.x + a.width + reach &&
    a.y - reach < b.y + b.height &&
    b.y < a.y + a.height + reach
  );
}
