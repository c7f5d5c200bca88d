// The correlation key of a message, where a file says it.
import { isDynamic } from '../expressions/translate.ts';
import { attribute, type XmlElement } from '../xml/node.ts';
import { expressionIs, type Place, valueIs } from './place.ts';
import { zeebe } from './reading.ts';

/** `<zeebe:subscription correlationKey="= orderId" />` on the message. */
export function messageKey(place: Place, message: XmlElement): string | undefined {
  const key = attribute(zeebe(message, 'subscription') ?? message, 'correlationKey')?.trim();
  if (!key) return undefined;
  const what = { nl: 'de sleutel van het bericht', en: 'the key of the message' };
  return isDynamic(key) ? expressionIs(place, key, what, message) : valueIs(place, key, what, message);
}
