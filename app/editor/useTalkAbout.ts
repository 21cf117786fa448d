import { useCallback, useMemo, useState } from 'react';
import type { PlanId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { CommentAnchor } from '../../model/protocol/talk.ts';
import type { GridFocus } from '../canvas/gridFocus.ts';
import type { PanelTab } from '../panels/SidePanel.tsx';
import type { TalkAbout } from '../talk/talkAbout.ts';
import { anchorOf, placeOfAnchor, tabOfAnchor } from './commentAnchors.ts';

export interface TalkAboutInput {
  readonly openThreads: TalkAbout['openThreads'];
  readonly readMap: () => JourneyMap;
  readonly focus: GridFocus | undefined;
  readonly goTo: (place: GridFocus) => void;
  readonly showTab: (tab: PanelTab) => void;
  readonly showPlan: (planId: PlanId) => void;
}

/** What a new comment is about, and the ways from a record to its threads and back. */
export function useTalkAbout({ openThreads, readMap, focus, goTo, showTab, showPlan }: TalkAboutInput) {
  // Until the keyboard goes elsewhere.
  const [asked, setAsked] = useState<{
    readonly anchor: CommentAnchor;
    readonly at: GridFocus | undefined;
  }>();
  const isAsked = asked !== undefined && asked.at === focus;
  const anchor = useMemo(() => (isAsked ? asked.anchor : anchorOf(focus)), [isAsked, asked, focus]);
  const begin = useCallback(
    (about: CommentAnchor) => {
      setAsked({ anchor: about, at: focus });
      showTab('talk');
    },
    [focus, showTab],
  );
  const jumpTo = useCallback(
    (to: CommentAnchor): (() => void) | undefined => {
      const place = placeOfAnchor(readMap(), to);
      const tab = tabOfAnchor(to);
      if (place === undefined && tab === undefined) return undefined;
      return () => {
        if (place !== undefined) goTo(place);
        if (tab !== undefined) showTab(tab);
        if (to.collection === 'plans') showPlan(to.recordId as PlanId);
      };
    },
    [readMap, goTo, showTab, showPlan],
  );
  const talkAbout = useMemo((): TalkAbout => ({ begin, openThreads }), [begin, openThreads]);
  return { anchor, isAsked, jumpTo, talkAbout };
}
