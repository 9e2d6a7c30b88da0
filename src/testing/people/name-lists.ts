/**
 * Names to draw people from, by origin, and for British forenames by decade of birth: common ones first, as the drawing is skewed.
 * Everyday names, no real person's; the long tail of surnames is invented from syllables.
 */
import { britishForenames } from './origins/british-isles.ts';
import { list, type Sex } from './origins/origin.ts';
import type { Random } from './random.ts';

export type { Sex } from './origins/origin.ts';

/** `share` is out of all people; forenames by sex, common first. */
export interface Origin {
  readonly name: string;
  readonly share: number;
  readonly forenames: Readonly<Record<Sex, readonly string[]>>;
  readonly surnames: readonly string[];
}

const britishSurnames = list(
  'Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Hughes ' +
    'Edwards Hill Turner Harris Clark Cooper Lewis Ward Morris Moore Martin Baker Harrison Morgan King Allen Lee James Scott Phillips Watson Davis Parker ' +
    'Bennett Price Griffiths Young Cook Mitchell Carter Shaw Bailey Collins Kelly Richardson Cox Marshall Miller Bell Anderson Campbell Stewart Simpson ' +
    'Murphy Wilkinson Gray Adams Richards Ellis Murray Mills Mason Webb Rogers Chapman Hunt Foster Matthews Russell Knight Palmer Lloyd Butler Powell ' +
    "Holmes Barker Gibson Stevens Fisher Dixon Fletcher Harvey Pearson Graham Howard Andrews Reid Ross Walsh O'Brien O'Connor McCarthy MacDonald McKenzie " +
    'Byrne Ryan Gallagher Doherty Henderson Ford Reynolds West Day Brooks Hart Saunders Armstrong Cole Wells Grant Burton Dean Lawrence Hamilton Wallace ' +
    'Stone Hayes Jenkins Owen Pritchard Bevan Probert Fraser Sinclair Buchanan Kerr Drummond Winterbourne Pettigrew Fairweather Entwistle Ramsbottom ' +
    'Featherstone Cholmondeley Blenkinsop Ackroyd Sugden Hebblethwaite Tregenza Penhaligon Trevelyan Nancarrow',
);

const tailStarts = list(
  'Alder Ash Barn Beck Black Brad Bram Bur Clay Cot Cran Dun East Elm Fen Gar Hal Hart Hazel Holm Kel Lang Lin Mar Mel Nether Oak Pen Rad Raven Sel Shel Stan Thorn Wake Wal Whit Wil Wood Wynd',
);
const tailEnds = list(
  'bourne bridge bury by cliffe combe cott croft dale don field ford gate ham hurst leigh ley low man mere more ridge shaw stead stone thorpe ton ville ward well wick wood worth',
);

/** Where people's names come from, with their share of the population. */
export const origins: readonly Origin[] = [
  { name: 'british', share: 0.72, forenames: { female: [], male: [] }, surnames: britishSurnames },
  {
    name: 'pakistani',
    share: 0.05,
    forenames: {
      female: list('Fatima Ayesha Zainab Maryam Sana Saima Shazia Nadia Rukhsana Nasreen Amina Hafsa Iqra Bushra Samina'),
      male: list('Mohammed Muhammad Ali Ahmed Imran Usman Hamza Bilal Asif Tariq Zubair Shahid Faisal Nadeem Omar Yusuf'),
    },
    surnames: list('Khan Hussain Ahmed Ali Akhtar Malik Iqbal Mahmood Shah Begum Mirza Chaudhry Rashid Butt Aslam Qureshi Bibi'),
  },
  {
    name: 'punjabi',
    share: 0.035,
    forenames: {
      female: list('Harpreet Manpreet Jaspreet Simran Amandeep Gurpreet Rajinder Sukhwinder Kuldeep Navneet Ravinder'),
      male: list('Gurpreet Harjit Manjit Amandeep Rajinder Sukhdev Balwinder Jaswinder Mohinder Sandeep Ranjit Paramjit'),
    },
    surnames: list('Singh Kaur Gill Sandhu Dhillon Sidhu Grewal Bains Johal Sohal Dhaliwal Virk Mann'),
  },
  {
    name: 'gujarati',
    share: 0.025,
    forenames: {
      female: list('Priya Hina Nisha Bhavna Kavita Meena Jyoti Hetal Rekha Daksha Sejal Aarti Komal'),
      male: list('Raj Amit Nilesh Sanjay Jignesh Hitesh Kiran Vijay Dinesh Bhavesh Ramesh Ketan Chirag'),
    },
    surnames: list('Patel Shah Desai Mehta Parmar Chauhan Solanki Joshi Mistry Thakkar Panchal Amin'),
  },
  {
    name: 'bangladeshi',
    share: 0.025,
    forenames: {
      female: list('Nasima Shahana Rahima Salma Sultana Farzana Tahmina Rabia Jahanara Monowara'),
      male: list('Abdul Mohammed Rahim Kamal Shamim Faruk Jamal Anwar Nurul Shofiqul Mizanur'),
    },
    surnames: list('Begum Miah Uddin Rahman Islam Chowdhury Khatun Hoque Choudhury Haque Alam Hossain Ullah'),
  },
  {
    name: 'polish',
    share: 0.04,
    forenames: {
      female: list('Anna Katarzyna Małgorzata Agnieszka Barbara Ewa Magdalena Joanna Monika Zofia Aleksandra Dorota Żaneta'),
      male: list('Piotr Krzysztof Andrzej Tomasz Paweł Michał Marcin Jakub Łukasz Grzegorz Wojciech Stanisław Kamil'),
    },
    surnames: list(
      'Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Mazur Krawczyk Grabowski Pawłowski',
    ),
  },
  {
    name: 'west-african',
    share: 0.035,
    forenames: {
      female: list('Ngozi Chioma Folake Abimbola Akosua Ama Oluwaseun Blessing Patience Comfort Yetunde Adaeze Efua'),
      male: list('Kwame Kofi Chukwuemeka Oluwaseun Emeka Tunde Ayodele Kwabena Babatunde Ikenna Femi Yaw Obinna'),
    },
    surnames: list('Adeyemi Okafor Mensah Owusu Okonkwo Adebayo Boateng Asante Nwosu Eze Balogun Appiah Osei Ogunleye Akintola'),
  },
  {
    name: 'romanian',
    share: 0.02,
    forenames: {
      female: list('Maria Elena Ioana Andreea Mihaela Cristina Daniela Gabriela Roxana Ștefania'),
      male: list('Alexandru Andrei Mihai Ion Gheorghe Cristian Marius Florin Vasile Ștefan'),
    },
    surnames: list('Popescu Ionescu Popa Radu Dumitru Stan Stoica Gheorghe Munteanu Rusu Moldovan Țurcanu'),
  },
  {
    name: 'iberian',
    share: 0.02,
    forenames: {
      female: list('María Ana Carmen Inês Beatriz Lucía Sofia Mariana Isabel Rosário'),
      male: list('José João Carlos António Miguel Luís Pedro Javier Tiago Manuel'),
    },
    surnames: [
      ...list('Silva Santos Ferreira Pereira Oliveira Costa Fernandes Gonçalves'),
      'García López',
      'Martínez Ruiz',
      'Rodríguez Pérez',
      'da Silva',
      'dos Santos',
    ],
  },
  {
    name: 'turkish',
    share: 0.01,
    forenames: {
      female: list('Ayşe Fatma Emine Hatice Zeynep Elif Gülay Özlem'),
      male: list('Mehmet Mustafa Ahmet Hüseyin İbrahim Hasan Özgür Kemal'),
    },
    surnames: list('Yılmaz Kaya Demir Şahin Çelik Öztürk Aydın Arslan Doğan'),
  },
  {
    name: 'hong-kong',
    share: 0.012,
    forenames: {
      female: list('Wai-Ling Mei-Yee Ka-Yan Siu-Fong Hoi-Ching Lai-Wah Suk-Yin'),
      male: list('Chi-Ming Ka-Ho Wai-Keung Tsz-Hin Kwok-Wah Siu-Ming Chun-Kit'),
    },
    surnames: list('Chan Wong Lee Cheung Lam Ng Leung Ho Yeung Tsang'),
  },
  {
    name: 'single-name',
    share: 0.008,
    forenames: {
      female: list('Suryani Wulandari Puspita Lestari Kartini Anggraini Damayanti Rahayu'),
      male: list('Sukarman Wibowo Hartanto Nugroho Prasetyo Suharjo Widodo Santoso'),
    },
    surnames: [],
  },
];

/** An origin, by its share. */
export function drawOrigin(random: Random): Origin {
  let left = random.next() * origins.reduce((sum, origin) => sum + origin.share, 0);
  return origins.find((origin) => (left -= origin.share) < 0) ?? random.pick(origins);
}

/** A forename usual for the origin, sex and year of birth. */
export function drawForename(origin: Origin, { sex, year }: { sex: Sex; year: number }, random: Random): string {
  const own = origin.forenames[sex];
  if (own.length > 0) return random.pickSkewed(own);
  // Fashions do not change overnight.
  const fashion = year + random.integer(-9, 9);
  const era = britishForenames.find(({ until }) => fashion < until);
  return random.pickSkewed(era?.names[sex] ?? []);
}

/** A surname of the origin; nothing where people have one name. A third of British ones come from the long tail. */
export function drawSurname(origin: Origin, random: Random): string | undefined {
  if (origin.surnames.length === 0) return undefined;
  if (origin.name !== 'british' || random.chance(0.65)) return random.pickSkewed(origin.surnames, 12);
  return random.pick(tailStarts) + random.pick(tailEnds);
}
