/** The colours that a canvas needs as values, read from the tokens of the shown theme. */
export interface Palette {
  readonly page: string;
  readonly panel: string;
  readonly sunken: string;
  readonly hairline: string;
  readonly ink: string;
  readonly inkSecondary: string;
  readonly plan: string;
  readonly planBand: string;
  readonly pain: string;
  readonly wait: string;
  readonly gain: string;
  readonly onStage: string;
  readonly emotionLow: string;
  readonly emotionMiddle: string;
  readonly emotionHigh: string;
  readonly connector: string;
  readonly font: string;
  stage(hue: number): string;
  /** Bar colour of a band of the blueprint. */
  group(group: string): string;
}

export function readPalette(element: Element, theme: string): Palette {
  const tokens = getComputedStyle(element);
  const value = (name: string) => tokens.getPropertyValue(`--${name}`).trim();
  const stages = [0, 1, 2, 3, 4, 5, 6, 7].map((hue) => value(`stage-${hue}`));
  const groups = new Map(
    ['customer', 'frontstage', 'backstage', 'support'].map((group) => [group, value(`lane-${group}`)]),
  );
  return {
    page: value('page'),
    panel: value('panel'),
    sunken: value('sunken'),
    hairline: value('hairline'),
    ink: value('ink'),
    inkSecondary: value('ink-secondary'),
    plan: value('plan'),
    planBand: value('plan-band'),
    pain: value('pain'),
    wait: value('wait'),
    gain: value('gain'),
    onStage: value('on-stage'),
    emotionLow: value('emotion-low'),
    emotionMiddle: value('emotion-middle'),
    emotionHigh: value('emotion-high'),
    connector: theme === 'dark' ? value('ink-faint') : value('ink-secondary'),
    font: value('font'),
    stage: (hue) => stages[hue % 8] ?? '',
    group: (group) => groups.get(group) ?? value('lane-none'),
  };
}
