/** Who the demo company sells to. All invented: the addresses end in `.example`, which nobody can own. */
export interface DemoCustomer {
  /** Key of the customer's id. */
  key: string;
  name: string;
  email: string | null;
  address: string;
}

const list = {
  lindqvist: [
    'Lindqvist Bakery AB',
    'orders@lindqvist-bakery.example',
    'Hantverkargatan 14, 112 21 Stockholm, Sweden',
  ],
  harbour: ['Harbour Coffee Ltd', 'accounts@harbourcoffee.example', '3 Custom House Quay, Dublin 1, Ireland'],
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
  hollweg: ['Papier & Kunst Hollweg', 'bestellung@hollweg.example', 'Bergmannstraße 102, 10961 Berlin'],
  seebuehne: [
    'Theater an der Seebühne e. V.',
    'verwaltung@seebuehne.example',
    'Uferpromenade 1, 16816 Neuruppin',
  ],
  weinhandlung: ['Weinhandlung Rebstock', 'wein@rebstock.example', 'Akazienstraße 24, 10823 Berlin'],
  radhaus: ['Radhaus Schöneberg', 'werkstatt@radhaus.example', 'Hauptstraße 77, 12159 Berlin'],
  blumig: ['Blumig Floristik', 'laden@blumig.example', 'Florastraße 11, 13187 Berlin'],
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
} as const satisfies Record<string, readonly [name: string, email: string | null, address: string]>;

export type CustomerKey = keyof typeof list;

/** A customer by key. */
export function customerOf(key: CustomerKey): DemoCustomer {
  const [name, email, address] = list[key];
  return { key, name, email, address };
}
