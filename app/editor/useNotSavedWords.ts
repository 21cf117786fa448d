import { useLingui } from '@lingui/react/macro';
import type { SavedState } from '../session/savedState.ts';

type NotSaved = Extract<SavedState, { readonly kind: 'error' }>['error'];

/** Why edits are not where they should be, and what to do about it. */
export function useNotSavedWords(): (error: NotSaved) => {
  readonly text: string;
  readonly explained: string;
} {
  const { t } = useLingui();
  return (error) => {
    switch (error.type) {
      case 'StorageFull':
        return {
          text: t`Not saved: device full`,
          explained: t`This device has no more room for your edits. Keep this page open, make room on the device or connect to the server, or save the map as a file.`,
        };
      case 'StorageUnavailable':
        return {
          text: t`Not saved: no storage`,
          explained: t`This browser stores nothing, as in some private windows. Your edits are lost when this page is closed: connect to the server or save the map as a file.`,
        };
      case 'StorageFailed':
        return {
          text: t`Not saved`,
          explained: t`The last edits could not be stored. Keep this page open, make room on the device or connect to the server, or save the map as a file.`,
        };
      case 'Refused':
        return { text: t`Not on the server`, explained: refused(error.reason) };
    }
  };

  function refused(reason: Extract<NotSaved, { readonly type: 'Refused' }>['reason']): string {
    switch (reason) {
      case 'noSuchMap':
        return t`The server does not have this map any more. Every edit is stored on this device; save the map as a file to keep it elsewhere.`;
      case 'tooLarge':
        return t`The map is too large for the server. Every edit is stored on this device. Take large content out, or save the map as a file.`;
      case 'epochDiffers':
        return t`The owner replaced the content of this map, and your copy could not be kept in your library. Save the map as a file before you close this page.`;
      case 'noAccess':
        return t`The server does not open this map to this browser. Every edit is stored on this device. Ask the owner for a link.`;
      default:
        return t`The server did not take the last edits. Every edit is stored on this device. Reload the page to try again.`;
    }
  }
}
