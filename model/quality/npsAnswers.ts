/** Answers behind a net promoter score, kept as observations of 100, 0 and -100: then its interval is adjusted Wald. */
export interface NpsAnswers {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** As many observations a measurement may hold. */
export const mostAnswers = 20_000;

export function samplesOfAnswers({ promoters, passives, detractors }: NpsAnswers): readonly number[] {
  return [
    ...Array.from({ length: promoters }, () => 100),
    ...Array.from({ length: passives }, () => 0),
    ...Array.from({ length: detractors }, () => -100),
  ];
}

/** Undefined where the observations are something else. */
export function answersOfSamples(samples: readonly number[] | undefined): NpsAnswers | undefined {
  if (samples === undefined || samples.some((each) => each !== 100 && each !== 0 && each !== -100))
    return undefined;
  const count = (value: number): number => samples.filter((each) => each === value).length;
  return { promoters: count(100), passives: count(0), detractors: count(-100) };
}
