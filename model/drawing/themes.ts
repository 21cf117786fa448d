/**
 * The colours of a map by name. The names are those of the interface's tokens (`--stage-0` is `stage-0`), and in the
 * three screen themes the values are the same, which a test holds: screen and exports draw one picture.
 */
export const colourNames = [
  'page',
  'panel',
  'sunken',
  'hairline',
  'border',
  'ink',
  'ink-secondary',
  'ink-faint',
  'mark',
  'plan',
  'plan-tint',
  'plan-band',
  'on-plan',
  'pain',
  'pain-tint',
  'wait',
  'wait-tint',
  'gain',
  'gain-tint',
  'stage-0',
  'stage-1',
  'stage-2',
  'stage-3',
  'stage-4',
  'stage-5',
  'stage-6',
  'stage-7',
  'on-stage',
  'lane-customer',
  'lane-customer-tint',
  'lane-frontstage',
  'lane-frontstage-tint',
  'lane-backstage',
  'lane-backstage-tint',
  'lane-support',
  'lane-support-tint',
  'lane-none',
  'lane-none-tint',
  'emotion-low',
  'emotion-middle',
  'emotion-high',
] as const;
export type ColourName = (typeof colourNames)[number];

/** `#rrggbb`, or `#rrggbbaa` for what lies over other things. */
export type Theme = Readonly<Record<ColourName, string>>;

/** Themes of the screen, and two for paper: white ground in colour, and greys that keep every distinction by lightness. */
export const themeNames = ['light', 'dark', 'contrast', 'print', 'grey'] as const;
export type ThemeName = (typeof themeNames)[number];

const light: Theme = {
  page: '#fbfbf9',
  panel: '#ffffff',
  sunken: '#f1f1ed',
  hairline: '#e5e5e0',
  border: '#d3d3cc',
  ink: '#1d2330',
  'ink-secondary': '#5a6273',
  'ink-faint': '#646b7c',
  mark: '#aab0bb',
  plan: '#3f51d1',
  'plan-tint': '#eceffb',
  'plan-band': '#3f51d126',
  'on-plan': '#ffffff',
  pain: '#b93a12',
  'pain-tint': '#fdf0ea',
  wait: '#8f5a0b',
  'wait-tint': '#fbf3e0',
  gain: '#0f766e',
  'gain-tint': '#e8f4f2',
  'stage-0': '#5662ca',
  'stage-1': '#7d56b8',
  'stage-2': '#018076',
  'stage-3': '#9b5e11',
  'stage-4': '#ae4273',
  'stage-5': '#5f7a25',
  'stage-6': '#1178a5',
  'stage-7': '#666f81',
  'on-stage': '#ffffff',
  'lane-customer': '#5662ca',
  'lane-customer-tint': '#f1f3fd',
  'lane-frontstage': '#018076',
  'lane-frontstage-tint': '#ebf5f3',
  'lane-backstage': '#7d56b8',
  'lane-backstage-tint': '#f4f0fa',
  'lane-support': '#7a8292',
  'lane-support-tint': '#f5f5f3',
  'lane-none': '#aab0bb',
  'lane-none-tint': '#ffffff',
  'emotion-low': '#b93a12',
  'emotion-middle': '#9aa0ab',
  'emotion-high': '#0f766e',
};

const dark: Theme = {
  page: '#14171e',
  panel: '#1b1f28',
  sunken: '#252a35',
  hairline: '#2d3340',
  border: '#3b4252',
  ink: '#e9ebf0',
  'ink-secondary': '#a9b1c1',
  'ink-faint': '#949cae',
  mark: '#626b7d',
  plan: '#9aa7ff',
  'plan-tint': '#272d50',
  'plan-band': '#9aa7ff33',
  'on-plan': '#12152b',
  pain: '#ff9572',
  'pain-tint': '#3c231b',
  wait: '#f0bd5e',
  'wait-tint': '#382c15',
  gain: '#5fd0c3',
  'gain-tint': '#14332f',
  'stage-0': '#5662ca',
  'stage-1': '#7d56b8',
  'stage-2': '#018076',
  'stage-3': '#9b5e11',
  'stage-4': '#ae4273',
  'stage-5': '#5f7a25',
  'stage-6': '#1178a5',
  'stage-7': '#666f81',
  'on-stage': '#ffffff',
  'lane-customer': '#8794f0',
  'lane-customer-tint': '#22273f',
  'lane-frontstage': '#4fb3a8',
  'lane-frontstage-tint': '#172f2e',
  'lane-backstage': '#ab86e4',
  'lane-backstage-tint': '#2b2440',
  'lane-support': '#9aa2b2',
  'lane-support-tint': '#252a33',
  'lane-none': '#6d7688',
  'lane-none-tint': '#1b1f28',
  'emotion-low': '#ff8f69',
  'emotion-middle': '#8d95a5',
  'emotion-high': '#4fc7b9',
};

const contrast: Theme = {
  page: '#ffffff',
  panel: '#ffffff',
  sunken: '#ffffff',
  hairline: '#5c5c5c',
  border: '#000000',
  ink: '#000000',
  'ink-secondary': '#1c1c1c',
  'ink-faint': '#2e2e2e',
  mark: '#4d4d4d',
  plan: '#1b2a9e',
  'plan-tint': '#e3e6ff',
  'plan-band': '#1b2a9e40',
  'on-plan': '#ffffff',
  pain: '#8a2200',
  'pain-tint': '#ffffff',
  wait: '#623b00',
  'wait-tint': '#ffffff',
  gain: '#005249',
  'gain-tint': '#ffffff',
  'stage-0': '#2b3590',
  'stage-1': '#552f8f',
  'stage-2': '#005049',
  'stage-3': '#653800',
  'stage-4': '#7d1f4c',
  'stage-5': '#3a4f08',
  'stage-6': '#004d70',
  'stage-7': '#394152',
  'on-stage': '#ffffff',
  'lane-customer': '#2b3590',
  'lane-customer-tint': '#ffffff',
  'lane-frontstage': '#005049',
  'lane-frontstage-tint': '#ffffff',
  'lane-backstage': '#552f8f',
  'lane-backstage-tint': '#ffffff',
  'lane-support': '#394152',
  'lane-support-tint': '#ffffff',
  'lane-none': '#000000',
  'lane-none-tint': '#ffffff',
  'emotion-low': '#8a2200',
  'emotion-middle': '#4d4d4d',
  'emotion-high': '#005249',
};

/** White paper instead of the off-white page; everything else as on the light screen. */
const print: Theme = { ...light, page: '#ffffff', sunken: '#f4f4f0' };

/** Lightness carries what colour carries elsewhere: pain is darkest, then wait, then gain; stages go from dark to light. */
const grey: Theme = {
  ...print,
  sunken: '#f0f0f0',
  hairline: '#e0e0e0',
  border: '#c8c8c8',
  ink: '#1c1c1c',
  'ink-secondary': '#555555',
  'ink-faint': '#6b6b6b',
  mark: '#a8a8a8',
  plan: '#333333',
  'plan-tint': '#ececec',
  'plan-band': '#33333326',
  pain: '#2a2a2a',
  'pain-tint': '#f0f0f0',
  wait: '#4a4a4a',
  'wait-tint': '#f4f4f4',
  gain: '#6e6e6e',
  'gain-tint': '#f8f8f8',
  'stage-0': '#3a3a3a',
  'stage-1': '#4e4e4e',
  'stage-2': '#606060',
  'stage-3': '#6f6f6f',
  'stage-4': '#454545',
  'stage-5': '#585858',
  'stage-6': '#686868',
  'stage-7': '#737373',
  'lane-customer': '#4e4e4e',
  'lane-customer-tint': '#f7f7f7',
  'lane-frontstage': '#6a6a6a',
  'lane-frontstage-tint': '#f2f2f2',
  'lane-backstage': '#858585',
  'lane-backstage-tint': '#ececec',
  'lane-support': '#9a9a9a',
  'lane-support-tint': '#f5f5f5',
  'lane-none': '#b0b0b0',
  'emotion-low': '#2a2a2a',
  'emotion-middle': '#9a9a9a',
  'emotion-high': '#555555',
};

export const themes: Readonly<Record<ThemeName, Theme>> = { light, dark, contrast, print, grey };

/** A colour of a theme, or one mixed with the theme's panel: `share` of it, the rest panel. */
export type Colour = ColourName | { readonly of: ColourName; readonly share: number };

export interface SolidColour {
  /** `#rrggbb`. */
  readonly hex: string;
  /** 0..1. */
  readonly opacity: number;
}

export function colourIn(theme: Theme, colour: Colour): SolidColour {
  if (typeof colour !== 'string')
    return { hex: mixed(theme[colour.of], theme.panel, colour.share), opacity: 1 };
  const value = theme[colour];
  if (value.length === 7) return { hex: value, opacity: 1 };
  return { hex: value.slice(0, 7), opacity: Number.parseInt(value.slice(7), 16) / 255 };
}

function mixed(a: string, b: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [one, other] = [a, b].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((one ?? 0) * share + (other ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
