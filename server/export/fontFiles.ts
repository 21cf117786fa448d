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
  // A single TrueType font of fontkit has every method of the port.
  const font = create(readFileSync(require.resolve(`@expo-google-fonts/${file}`))) as FontFace;
  opened.set(file, font);
  return font;
}

const fileOf: Readonly<Record<FaceName['family'], (style: string) => string>> = {
  latin: (style) => `inter/${style}/Inter_${style}.ttf`,
  sc: (style) => `noto-sans-sc/${style}/NotoSansSC_${style}.ttf`,
  tc: (style) => `noto-sans-tc/${style}/NotoSansTC_${style}.ttf`,
  emoji: () => 'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
};
