import { create } from 'zustand';
import { type Language, languages } from '../../model/map/language.ts';
import { persist } from 'zustand/middleware';
import { type ExportKindName, exportKindNames } from './exportKinds.ts';

/** What a person chose about exports; kept on this device, for whatever map comes next. */
export interface ExportChoices {
  readonly kind: ExportKindName;
  /** `A4`..`A0`, or a size such as `600x400mm`; empty: what suits the map. */
  readonly paper: string;
  readonly marginMm: number;
  readonly overlapMm: number;
  readonly view: 'blueprint' | 'journey';
  readonly theme: 'colour' | 'grey';
  /** undefined: the map's own. */
  readonly language: Language | undefined;
  readonly evidence: boolean;
  readonly comments: boolean;
}

const usual: ExportChoices = {
  kind: 'page',
  paper: '',
  marginMm: 10,
  overlapMm: 10,
  view: 'blueprint',
  theme: 'colour',
  language: undefined,
  evidence: true,
  comments: false,
};

export const useExportChoices = create<ExportChoices>()(
  persist((): ExportChoices => usual, {
    name: 'throughline.export',
    merge: (stored) => sound(stored),
  }),
);

export function chooseExport(chosen: Partial<ExportChoices>): void {
  useExportChoices.setState(chosen);
}

/** What stands in the browser's storage may be old or edited by hand: unknown values fall back. */
function sound(stored: unknown): ExportChoices {
  const kept = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<ExportChoices>;
  const length = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise);
  return {
    kind: exportKindNames.find((kind) => kind === kept.kind) ?? usual.kind,
    paper: typeof kept.paper === 'string' ? kept.paper : usual.paper,
    marginMm: length(kept.marginMm, usual.marginMm),
    overlapMm: length(kept.overlapMm, usual.overlapMm),
    view: kept.view === 'journey' ? 'journey' : 'blueprint',
    theme: kept.theme === 'grey' ? 'grey' : 'colour',
    language: languages.find((each) => each === kept.language),
    evidence: kept.evidence !== false,
    comments: kept.comments === true,
  };
}
