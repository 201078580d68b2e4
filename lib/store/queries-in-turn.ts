import { PrismaPg } from '@prisma/adapter-pg';
import type { IsolationLevel, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';

/**
 * Prisma asks for several relations of a row at once, and inside a transaction there is one connection for all of them. The driver
 * still lets them queue up on it, says that it will not for much longer, and stops doing so in its next version. Here
 * they wait for each other.
 */
export class PrismaPgInTurn extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level?: IsolationLevel) => inTurn(await start(level));
    return adapter;
  }
}

/** The same transaction, whose queries run one after another. One that fails does not keep the next from being tried. */
function inTurn(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  const wait = <Result>(run: (query: SqlQuery) => Promise<Result>) => {
    return (query: SqlQuery): Promise<Result> => {
      const result = last.then(() => run(query));
      last = result.catch(() => undefined);
      return result;
    };
  };
  transaction.queryRaw = wait(transaction.queryRaw.bind(transaction));
  transaction.executeRaw = wait(transaction.executeRaw.bind(transaction));
  return transaction;
}
