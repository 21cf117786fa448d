import { type ChangeEvent, useEffect, useRef, useState } from 'react';

/** What a field takes to show a text of the map and to store what is typed into it. */
export interface TypedText {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly onBlur: () => void;
}

/**
 * Stores what a person typed when the field is left, and also when the field goes away with its dialog. Where nothing
 * was typed nothing is stored, and the field shows what others make of the text. What does not fit stays to be corrected.
 */
export function useTypedText(
  stored: string,
  store: (typed: string) => void,
  fits: (typed: string) => boolean = () => true,
): TypedText {
  const [typed, setTyped] = useState<string>();
  const unstored = useRef<() => void>(undefined);
  // React tells a field that goes away nothing of its losing the keyboard.
  useEffect(() => () => unstored.current?.(), []);
  return {
    value: typed ?? stored,
    onChange: ({ currentTarget: { value } }) => {
      setTyped(value);
      unstored.current = fits(value) && value !== stored ? () => store(value) : undefined;
    },
    onBlur: () => {
      if (typed === undefined || !fits(typed)) return;
      unstored.current?.();
      unstored.current = undefined;
      setTyped(undefined);
    },
  };
}
