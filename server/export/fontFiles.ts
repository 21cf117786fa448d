import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import type { FaceName, FaceSet, FontFace } from '../../model/drawing/fontFaces.ts';

/** The faces of exports from the font packages, each read when it is first needed and kept. */
export function fontFiles(): FaceSet {
  return { face };
}

const require = createRequire(import.meta.url);
const opened = new Map<string, FontFace>();

function face({ family, weight }: FaceName): FontFace {
  const file = fileOf[family](weight === 400 ? '400Regular' : '600SemiBold');
  const known = opened.get(file);
  if (known !== undefined) return known;
  try {
    // A single TrueType font of fontkit has every method of the port.
    const font = create(readFileSync(require.resolve(`@expo-google-fonts/${file}`))) as FontFace;
    opened.set(file, font);
    return font;
  } catch (error) {
    throw new FontMissing(
      file,
      error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    );
  }
}

/** A face that is not installed or cannot be read; the message says why. */
export class FontMissing extends Error {
  readonly font: string;

  constructor(font: string, reason: string) {
    super(reason);
    this.font = font;
  }
}

const fileOf: Readonly<Record<FaceName['family'], (style: string) => string>> = {
  latin: (style) => `inter/${style}/Inter_${style}.ttf`,
  sc: (style) => `noto-sans-sc/${style}/NotoSansSC_${style}.ttf`,
  tc: (style) => `noto-sans-tc/${style}/NotoSansTC_${style}.ttf`,
  emoji: () => 'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
};
