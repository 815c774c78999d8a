/** What one `grouped` function asks for, and how. */
interface Grouping<Q, A> {
  /** Answers a group of questions, in their order. If it fails for a group, each is asked again on its own. */
  ask(group: readonly Q[]): Promise<readonly A[]>;
  /** May this question travel with those before it? All may unless told. */
  fits?(group: readonly Q[], question: Q): boolean;
  /** Did this failure come of what was asked, so that the others of the group deserve an answer of their own? */
  isOfOne(error: unknown): boolean;
  /** So many groups are on their way at once. */
  atOnce: number;
  /** So many questions go into one group. */
  most: number;
}

interface Waiting<Q, A> {
  question: Q;
  resolve(answer: A): void;
  reject(error: unknown): void;
}

/**
 * Asks together what is asked at the same time: the group commit of databases, on this side of the connection. Who asks
 * while nothing else is on its way waits for nobody; what comes in while answers are awaited goes out as one group when
 * the next of them is there. So a group is as large as the load makes it, without a timer and without a setting to tune.
 *
 * @returns a function that answers one question as `ask` answers it alone
 */
export function grouped<Q, A>({
  ask,
  fits,
  isOfOne,
  atOnce,
  most,
}: Grouping<Q, A>): (question: Q) => Promise<A> {
  let waiting: Waiting<Q, A>[] = [];
  let onTheirWay = 0;
  let scheduled = false;

  const schedule = () => {
    if (scheduled || waiting.length === 0 || onTheirWay >= atOnce) return;
    scheduled = true;
    // At the end of this turn of the event loop: the answers of one group wake all who waited for it, and what they
    // ask next belongs together.
    setImmediate(() => {
      scheduled = false;
      while (waiting.length > 0 && onTheirWay < atOnce) send(take());
    });
  };

  const take = (): Waiting<Q, A>[] => {
    const group: Waiting<Q, A>[] = [];
    const questions: Q[] = [];
    const left: Waiting<Q, A>[] = [];
    for (const each of waiting) {
      if (group.length < most && (group.length === 0 || !fits || fits(questions, each.question))) {
        group.push(each);
        questions.push(each.question);
      } else left.push(each);
    }
    waiting = left;
    return group;
  };

  const send = (group: readonly Waiting<Q, A>[]) => {
    onTheirWay += 1;
    void answer(group).finally(() => {
      onTheirWay -= 1;
      schedule();
    });
  };

  const answer = async (group: readonly Waiting<Q, A>[]): Promise<void> => {
    try {
      const answers = await ask(group.map(({ question }) => question));
      for (const [index, { resolve }] of group.entries()) resolve(answers[index] as A);
    } catch (error) {
      if (group.length > 1 && isOfOne(error)) for (const each of group) await answer([each]);
      else for (const { reject } of group) reject(error);
    }
  };

  return (question) =>
    new Promise<A>((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      schedule();
    });
}
