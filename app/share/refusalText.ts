import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ServerRefusal } from '../session/askServer.ts';

/** What a person reads when the server said no: what was found, and what to do. */
export function refusalText({ type, values }: ServerRefusal, i18n: I18n): string {
  switch (type) {
    case 'unreachable':
      return i18n._(
        msg`The server cannot be reached. Check the connection and try again; your edits stay on this device.`,
      );
    case 'throughline:link-unknown':
      return i18n._(
        msg`This link is not known here: it was cut when copied, or it was withdrawn. Ask for a new one.`,
      );
    case 'throughline:link-expired':
      return i18n._(msg`This link has expired. Ask whoever sent it for a new one.`);
    case 'throughline:password-needed':
      return i18n._(msg`This link needs a password. Ask whoever sent it.`);
    case 'throughline:password-wrong':
      return i18n._(msg`The password is not right. Check capital letters and try again.`);
    case 'throughline:claim-unknown':
      return i18n._(
        msg`This owner link was used already or belongs to another server. Start the server again to get a new one.`,
      );
    case 'throughline:code-unknown':
      return i18n._(
        msg`This code opens nothing: it is mistyped, somebody else used it, or the session is over. Ask whoever runs the session.`,
      );
    case 'throughline:sign-in-needed':
      return i18n._(msg`The server does not know this browser yet. Open a link to one of its maps first.`);
    case 'throughline:signature-wrong':
      return i18n._(
        msg`This device does not hold the key of this map. Publish a copy under a new address instead.`,
      );
    case 'throughline:forbidden':
    case 'throughline:wrong-origin':
      return i18n._(msg`You may not do this here. Only the owner of the map can; ask them.`);
    case 'throughline:no-such-map':
    case 'throughline:not-found':
      return i18n._(msg`The server does not have this any more. Load the page again to see what is there.`);
    case 'throughline:already-exists':
      return i18n._(msg`The server already has a map with this address. Open that one, or make a copy.`);
    case 'throughline:epoch-differs':
    case 'throughline:term-is-over':
    case 'throughline:lease-taken':
    case 'throughline:not-now':
      return i18n._(
        msg`Somebody was faster: things have changed in the meantime. Look again, then try once more.`,
      );
    case 'throughline:quota-reached':
      return i18n._(
        msg`The server holds as much of this as it may. Take some away, empty the trash, or ask whoever runs the server.`,
      );
    case 'throughline:too-large':
      return i18n._(msg`This is larger than the server takes. Remove pictures or split the map.`);
    case 'throughline:too-many-requests': {
      const seconds = Number(values['seconds'] ?? 60);
      return i18n._(msg`Too many tries. Wait ${seconds} seconds and try again.`);
    }
    case 'throughline:ticket-expired':
    case 'throughline:bad-request':
    case 'throughline:internal':
    case 'throughline:draining':
      return i18n._(msg`The server could not do this just now. Try again in a minute.`);
  }
}
