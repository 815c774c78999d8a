/** What people write when they say why, by what they do. */
export const reasons = {
  price: [
    'Volume price from ten pieces on.',
    'As in the offer of last month.',
    'The supplier lowered their price; we pass it on.',
    'Matches the framework contract.',
  ],
  discount: [
    'Regular customer for more than five years.',
    'Promised at the trade fair.',
    'Makes up for the late delivery last time.',
    'Introductory offer, agreed with Mia.',
  ],
  refundPhone: [
    'Misheard on the phone: six were ordered, not sixteen.',
    'Understood the wrong size on the phone; the goods came back.',
    'Two people took the same call, so part of it was delivered twice.',
    'The price named on the phone was lower than the one charged.',
    'They asked for one box and got a whole pallet; the rest came back.',
  ],
  refund: [
    'Part of the delivery was damaged on the way.',
    'Returned within the fourteen days.',
    'One item was out of stock and was never sent.',
  ],
  credit: [
    'Two packs arrived damaged; they keep them at a lower price.',
    'Delivered a week late; goodwill.',
    'The price on the invoice was higher than in the offer.',
  ],
  newCard: [
    'The old card had expired; they gave me the new number on the phone.',
    'Their bank replaced the card; new number by phone.',
    'They pay by another card from now on.',
  ],
  remindAfterFailure: [
    'The direct debit came back; I asked them to transfer it.',
    'The card was refused; they said they would rather transfer it.',
    'No answer on the phone, so in writing.',
  ],
  wait: [
    'They are paid at the end of the month and asked us to wait.',
    'Their bookkeeper is back in a fortnight; agreed by phone.',
    'Short of money after the renovation; agreed on two more weeks.',
  ],
  writeOff: [
    'Several reminders, no answer; collecting it would cost more than it is worth.',
    'Insolvent; nothing is to be expected.',
    'Left without paying; the address is not valid any more.',
  ],
  void: [
    'Entered twice: the goods are on the invoice before this one.',
    'The order was cancelled before anything was delivered.',
    'Made out to the wrong company of the group; there is a new one.',
  ],
  discard: ['They ordered elsewhere.', 'Joined with the order of the week after.', 'Only meant as an offer.'],
  mispay: [
    'The transfer was another customer’s of nearly the same name.',
    'Typed on the wrong line of the bank statement.',
    'Recorded from a payment advice; the money is not here yet.',
  ],
} as const satisfies Record<string, readonly string[]>;

/** Remarks for colleagues, by occasion. */
export const notes = {
  draft: [
    'Waiting for their order number before this goes out.',
    'Ms Behrens checks the quantities tomorrow.',
    'Same as last time, but without the syrup.',
    'Deliver before nine, the yard is closed later.',
    'Asked for a copy on paper.',
  ],
  sent: [
    'They confirmed that it arrived.',
    'Their bookkeeping moved to the second floor; same address.',
    'Asked whether it can be paid in two parts; told them to ring before it is due.',
    'Delivery note enclosed with the goods.',
    'The driver had to wait for half an hour; nothing charged.',
  ],
  paid: [
    'Matches the bank statement to the cent.',
    'Paid from the account of the parent company.',
    'Took off the bank charges; left it at that.',
    'They thank us for the quick delivery.',
  ],
  call: [
    'Reached nobody; left a message.',
    'Rang them: they did not know that it had failed.',
    'They call back when the card holder is in.',
    'They promised to look into it today.',
  ],
  dispute: [
    'Sent the bank the delivery note with their signature.',
    'They say that the parcel never came; the carrier says otherwise.',
    'Asked the shop for the order log.',
  ],
} as const satisfies Record<string, readonly string[]>;
