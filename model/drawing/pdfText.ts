import type { PdfDocument } from './pdfDocument.ts';

/**
 * Sets text in the current face at a baseline, by the operators themselves: pdfkit's own `text` measures again, and
 * takes the face back before the marked content ends, so that readers lose the text as it was written (ActualText).
 */
export function writeText(document: PdfDocument, text: string, x: number, y: number, size: number): void {
  const font = document._font;
  document.page.fonts[font.id] ??= font.ref();
  const [glyphs, positions] = font.encode(text);
  // The page's y axis points down; the text's own must point up.
  const at = (left: number, base: number) => `1 0 0 -1 ${short(left)} ${short(base)} Tm`;
  const asAdvanced = positions.every(
    (each) =>
      each.xOffset === 0 && each.yOffset === 0 && each.yAdvance === 0 && each.xAdvance === each.advanceWidth,
  );
  let shown = `${at(x, y)} <${glyphs.join('')}> Tj`;
  if (!asAdvanced) {
    let pen = x;
    shown = glyphs
      .map((glyph, i) => {
        const place = positions[i];
        if (place === undefined) return '';
        const scale = size / 1000;
        const operators = `${at(pen + place.xOffset * scale, y - place.yOffset * scale)} <${glyph}> Tj`;
        pen += place.xAdvance * scale;
        return operators;
      })
      .join(' ');
  }
  document.addContent(`BT /${font.id} ${short(size)} Tf ${shown} ET`);
}

const short = (value: number): string => String(Math.round(value * 1000) / 1000);
