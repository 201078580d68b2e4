import ipaddr from 'ipaddr.js';

/** What the internet routes of IPv6; whatever else there is leads home, or through somebody's translation. */
const GLOBAL = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Whether an address is one of the internet's. Loopback, link-local, private, carrier-grade, multicast and reserved ones are
 * not, nor is any of them dressed as IPv6. https://www.iana.org/assignments/iana-ipv4-special-registry
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast';
  if (address.isIPv4MappedAddress()) return isPublicAddress(address.toIPv4Address().toString());
  return address.range() === 'unicast' && address.match(GLOBAL);
}
