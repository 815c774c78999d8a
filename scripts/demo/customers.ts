/** Who the demo company sells to. All invented: the addresses end in `.example`, which nobody can own. */
import { demoId } from './demo-id';

/** What a customer does for a living, and so what they order. */
export type Trade = 'bakery' | 'coffee' | 'print' | 'dental';

export interface DemoCustomer {
  /** Key of the customer's id. */
  key: string;
  id: string;
  name: string;
  email: string | null;
  address: string;
  trade: Trade;
}

type Details = readonly [name: string, email: string | null, address: string];

const bakery = {
  lindqvist: [
    'Lindqvist Bakery AB',
    'orders@lindqvist-bakery.example',
    'Hantverkargatan 14, 112 21 Stockholm, Sweden',
  ],
  elbflut: ['Elbflut Backhaus GmbH', 'rechnung@elbflut.example', 'Große Bergstraße 88, 22767 Hamburg'],
  kornblume: ['Bäckerei Kornblume', 'kontakt@kornblume.example', 'Wühlischstraße 31, 10245 Berlin'],
  krause: ['Konditorei Krause & Töchter', 'buero@konditorei-krause.example', 'Breite Straße 7, 13187 Berlin'],
  muehlbach: ['Mühlbach Brotmanufaktur', 'einkauf@muehlbach.example', 'Mühlweg 2, 14467 Potsdam'],
  petitfour: [
    'Petit Four Pâtisserie SARL',
    'compta@petitfour.example',
    '21 rue des Tanneurs, 67000 Strasbourg, France',
  ],
  copperKettle: [
    'Copper Kettle Bakeries LLC',
    'ap@copperkettle.example',
    '410 Alder Street, Portland, OR 97205, USA',
  ],
  nonna: [
    'Forno di Nonna S.r.l.',
    'amministrazione@fornodinonna.example',
    'Via dei Mulini 9, 38122 Trento, Italy',
  ],
  sauerteig: [
    'Sauerteig Kollektiv eG',
    'post@sauerteig-kollektiv.example',
    'Karl-Heine-Straße 54, 04229 Leipzig',
  ],
  steinofen: [
    'Steinofen Brandt & Sohn',
    'brot@steinofen-brandt.example',
    'Holtenauer Straße 119, 24105 Kiel',
  ],
  zuckerhut: [
    'Zuckerhut Konditorei GmbH',
    'office@zuckerhut-konditorei.example',
    'Neubaugasse 41, 1070 Wien, Austria',
  ],
  meierhof: ['Hofbäckerei Meierhof', 'hof@meierhof-brot.example', 'Dorfstraße 3, 29439 Lüchow'],
  tahona: ['La Tahona Artesana S.L.', 'pedidos@latahona.example', 'Calle Feria 77, 41003 Sevilla, Spain'],
  yamabiko: ['Yamabiko Bakery KK', 'jimu@yamabiko-pan.example', '2-14-6 Kitano-cho, Kobe, Japan'],
} as const satisfies Record<string, Details>;

const coffee = {
  harbour: ['Harbour Coffee Ltd', 'accounts@harbourcoffee.example', '3 Custom House Quay, Dublin 1, Ireland'],
  morgenrot: ['Café Morgenrot', 'hallo@cafe-morgenrot.example', 'Kastanienallee 85, 10435 Berlin'],
  dreiLinden: ['Rösterei Drei Linden', 'rechnungen@dreilinden.example', 'Lindenplatz 3, 20099 Hamburg'],
  tiden: [
    'Tiden Kaffebar ApS',
    'faktura@tiden-kaffebar.example',
    'Jægersborggade 12, 2200 København, Denmark',
  ],
  aoyama: [
    'Aoyama Coffee Roasters KK',
    'keiri@aoyama-roasters.example',
    '5-8-3 Minami-Aoyama, Minato-ku, Tokyo, Japan',
  ],
  bureau: ['Bureau Hansen Architekten', 'office@bureau-hansen.example', 'Köpenicker Straße 16, 10997 Berlin'],
  funkhaus: [
    'Funkhaus Coworking GmbH',
    'buchhaltung@funkhaus-cowork.example',
    'Nalepastraße 20, 12459 Berlin',
  ],
  zeitgeist: [
    'Zeitgeist Hostel Betriebs GmbH',
    'invoice@zeitgeist-hostel.example',
    'Hallesches Ufer 44, 10963 Berlin',
  ],
  kanal: ['Kanalcafé Meyer', null, 'Paul-Lincke-Ufer 40, 10999 Berlin'],
  feldkamp: ['Studio Feldkamp', 'rechnung@studio-feldkamp.example', 'Schanzenstraße 75, 20357 Hamburg'],
  nordwind: [
    'Nordwind Kanzlei Partnerschaft',
    'sekretariat@nordwind-kanzlei.example',
    'Sögestraße 18, 28195 Bremen',
  ],
  lumen: ['Lumen Software GmbH', 'invoices@lumen-software.example', 'Prinzregentenstraße 22, 80538 München'],
  spindle: [
    'Spindle Cycles & Coffee',
    'hello@spindlecycles.example',
    '19 Leith Walk, Edinburgh EH6, United Kingdom',
  ],
  vinterby: ['Vinterby Kaffehus AS', 'regnskap@vinterby.example', 'Markveien 31, 0554 Oslo, Norway'],
  stadtrad: ['Stadtrad Büro GmbH', 'einkauf@stadtrad-buero.example', 'Aachener Straße 60, 50674 Köln'],
  galerie: [
    'Galerie Westend',
    'kontakt@galerie-westend.example',
    'Bockenheimer Landstraße 9, 60325 Frankfurt',
  ],
  shoreline: [
    'Shoreline Roasters Inc.',
    'ap@shoreline-roasters.example',
    '2210 Harbor Avenue, Seattle, WA 98126, USA',
  ],
  alSahel: ['Al Sahel Coffee House WLL', 'accounts@alsahel-coffee.example', 'Gulf Road, Sharq, Kuwait'],
} as const satisfies Record<string, Details>;

const print = {
  hollweg: ['Papier & Kunst Hollweg', 'bestellung@hollweg.example', 'Bergmannstraße 102, 10961 Berlin'],
  seebuehne: [
    'Theater an der Seebühne e. V.',
    'verwaltung@seebuehne.example',
    'Uferpromenade 1, 16816 Neuruppin',
  ],
  weinhandlung: ['Weinhandlung Rebstock', 'wein@rebstock.example', 'Akazienstraße 24, 10823 Berlin'],
  radhaus: ['Radhaus Schöneberg', 'werkstatt@radhaus.example', 'Hauptstraße 77, 12159 Berlin'],
  blumig: ['Blumig Floristik', 'laden@blumig.example', 'Florastraße 11, 13187 Berlin'],
  kleefeld: ['Kleefeld Biohof', 'hofladen@kleefeld.example', 'Am Kleefeld 1, 15806 Zossen'],
  marktschwaermer: [
    'Marktschwärmer Kreuzberg',
    'team@marktschwaermer-kb.example',
    'Marheinekeplatz 15, 10961 Berlin',
  ],
  hutmacher: [
    'Hutmacherei Albrecht',
    'atelier@hutmacherei-albrecht.example',
    'Königstraße 12, 01097 Dresden',
  ],
  segelschule: [
    'Segelschule Wannsee',
    'buero@segelschule-wannsee.example',
    'Am Großen Wannsee 50, 14109 Berlin',
  ],
  moebelwerk: ['Möbelwerk Lenz GmbH', 'fibu@moebelwerk-lenz.example', 'Industriestraße 4, 33602 Bielefeld'],
  lisboa: [
    'Livraria do Rio Lda.',
    'geral@livrariadorio.example',
    'Rua da Boavista 84, 1200-068 Lisboa, Portugal',
  ],
  kammerton: ['Musikhaus Kammerton', 'kasse@musikhaus-kammerton.example', 'Rosental 23, 53111 Bonn'],
  bergbahn: ['Bergbahn Hochries KG', 'verwaltung@bergbahn-hochries.example', 'Talstation 1, 83122 Samerberg'],
} as const satisfies Record<string, Details>;

const dental = {
  brightside: [
    'Brightside Dental Group Inc.',
    'payables@brightside-dental.example',
    '88 Elm Avenue, Boston, MA 02118, USA',
  ],
  zahnhaus: ['Zahnhaus Nord MVZ GmbH', 'einkauf@zahnhaus-nord.example', 'Schwartauer Allee 60, 23554 Lübeck'],
  ortega: [
    'Clínica Dental Ortega S.L.',
    'facturas@clinica-ortega.example',
    'Calle del Olmo 15, 28012 Madrid, Spain',
  ],
  vogel: ['Zahnarztpraxis Dr. Vogel', 'praxis@dr-vogel.example', 'Seestraße 5, 13353 Berlin'],
  alNoor: [
    'Al Noor Dental Trading WLL',
    'finance@alnoor-dental.example',
    'Salem Al Mubarak Street, Salmiya, Kuwait',
  ],
  kieferwerk: ['Kieferwerk Dentallabor', 'labor@kieferwerk.example', 'Lange Reihe 39, 18055 Rostock'],
  smilers: [
    'De Glimlach Tandartsen B.V.',
    'crediteuren@deglimlach.example',
    'Oudegracht 210, 3511 Utrecht, Netherlands',
  ],
  weissmann: [
    'Praxis Dr. Weissmann & Kollegen',
    'empfang@praxis-weissmann.example',
    'Marktplatz 8, 79098 Freiburg',
  ],
  kinderzahn: ['Kinderzahnarzt am Park', 'team@kinderzahn-park.example', 'Parkstraße 27, 90409 Nürnberg'],
  dentalis: ['Dentalis Labor Jena GmbH', 'rechnung@dentalis-jena.example', 'Löbdergraben 14, 07743 Jena'],
  prodent: ['ProDent Praha s.r.o.', 'fakturace@prodent.example', 'Vinohradská 112, 130 00 Praha 3, Czechia'],
  lakeview: [
    'Lakeview Orthodontics LLC',
    'billing@lakeview-ortho.example',
    '700 Lake Shore Drive, Madison, WI 53703, USA',
  ],
  sonnendeck: [
    'Zahnklinik Sonnendeck',
    'klinik@sonnendeck-zahn.example',
    'Strandallee 80, 23669 Timmendorfer Strand',
  ],
  oralchirurgie: [
    'Oralchirurgie am Dom',
    'verwaltung@oralchirurgie-dom.example',
    'Domstraße 6, 97070 Würzburg',
  ],
  hikari: ['Hikari Dental Supply KK', 'keiri@hikari-dental.example', '3-2-11 Nishi-Shinjuku, Tokyo, Japan'],
} as const satisfies Record<string, Details>;

const byTrade = { bakery, coffee, print, dental };

export type CustomerKey =
  | keyof typeof bakery
  | keyof typeof coffee
  | keyof typeof print
  | keyof typeof dental;

const customers = new Map(
  (Object.entries(byTrade) as [Trade, Record<string, Details>][]).flatMap(([trade, list]) =>
    Object.entries(list).map(([key, [name, email, address]]): [string, DemoCustomer] => [
      key,
      { key, id: demoId(`customer ${key}`), name, email, address, trade },
    ]),
  ),
);

/** A customer by key. */
export function customerOf(key: CustomerKey): DemoCustomer {
  return customers.get(key) as DemoCustomer;
}

export const customerKeys = [...customers.keys()] as readonly CustomerKey[];
