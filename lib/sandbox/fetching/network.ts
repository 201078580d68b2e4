import { lookup } from 'node:dns/promises';
import { isPublicAddress } from './is-public-address';

/** What fetching has to know of the network; a test has one of its own. */
export interface Network {
  /** All addresses of a name. Throws where there are none. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  /** Whether one may be connected to. */
  readonly admits: (address: string) => boolean;
  /** Ports that may be asked beside the usual two. */
  readonly ports: readonly number[];
}

/** The internet, and nothing on this side of it. */
export const INTERNET: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  admits: isPublicAddress,
  ports: [],
};
