/** Names of central, eastern and southern Europe and of Turkey, with their feminine surnames, particles and marks. */
import { list, type Origin } from './origin.ts';

export const europe: readonly Origin[] = [
  {
    name: 'polish',
    structure: 'plain',
    female: list(
      'Anna Katarzyna Maria Małgorzata Agnieszka Barbara Ewa Magdalena Elżbieta Joanna Krystyna Monika Zofia Aleksandra Dorota Jadwiga Beata Justyna Karolina Natalia Iwona Paulina Żaneta Weronika Kinga',
    ),
    male: list(
      'Piotr Krzysztof Andrzej Tomasz Jan Paweł Michał Marcin Jakub Adam Łukasz Grzegorz Wojciech Stanisław Kamil Mateusz Zbigniew Rafał Dariusz Mariusz Bartosz Przemysław Dawid Sławomir Kacper',
    ),
    surnames: list(
      'Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Mazur Jankowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając ' +
        'Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Górski Pawlak Sikora Walczak Baran Rutkowski',
    ),
    flatness: 12,
    tail: {
      starts: list('Bor Brzoz Cich Czar Dobr Gaj Głow Jas Kalin Kos Lip Łuk Mal Miod Ol Ost Pias Rad Sob Star Szczep Wier Zab'),
      ends: list('owski iński ewicz czyk ak ek kowski nicki owicz ecki'),
      share: 0.45,
    },
    feminine: [
      ['ski', 'ska'],
      ['cki', 'cka'],
      ['dzki', 'dzka'],
    ],
    middle: 0.25,
  },
  {
    name: 'romanian',
    structure: 'plain',
    female: list(
      'Maria Elena Ioana Andreea Mihaela Cristina Daniela Gabriela Alexandra Ana Roxana Ștefania Florentina Simona Alina Monica Raluca Nicoleta Georgiana Loredana Lăcrămioara Oana Mădălina Ileana',
    ),
    male: list(
      'Alexandru Andrei Mihai Ion Gheorghe Cristian Marius Florin Vasile Ștefan Adrian Ionuț Constantin Bogdan Nicolae Gabriel Daniel Dumitru Cătălin Răzvan Sorin Costel Viorel Liviu',
    ),
    surnames: list(
      'Popescu Popa Ionescu Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Munteanu Rusu Moldovan Țurcanu Dinu Constantin Marin Tudor Dobre Barbu Nistor Florea Mihai Lungu Vasile Sandu Neagu Toma Ungureanu Cojocaru',
    ),
    flatness: 10,
    tail: {
      starts: list('Anton Bal Călin Cost Dragom Enach Filip Grigor Iord Lup Marin Neg Oprea Petr Stăn Teodor Vlad Zamf'),
      ends: list('escu eanu oiu ache ea aru ică uța'),
      share: 0.45,
    },
    middle: 0.45,
  },
  {
    name: 'ukrainian',
    structure: 'plain',
    female: list(
      'Olena Nataliia Oksana Iryna Tetiana Liudmyla Svitlana Yuliia Kateryna Mariia Halyna Anna Anastasiia Viktoriia Daryna Sofiia Nadiia Larysa Olha Yaroslava',
    ),
    male: list(
      'Oleksandr Serhii Volodymyr Andrii Mykola Viktor Yurii Ivan Dmytro Oleh Vasyl Ihor Bohdan Taras Maksym Artem Vladyslav Yevhen Danylo Ruslan',
    ),
    surnames: list(
      'Melnyk Shevchenko Kovalenko Bondarenko Boyko Tkachenko Kravchenko Kovalchuk Koval Oliinyk Shevchuk Polishchuk Lysenko Moroz Marchenko Savchenko Rudenko Petrenko Klymenko Ponomarenko Levchenko Hrytsenko Ivanov Popov Kuznetsov',
    ),
    flatness: 12,
    tail: {
      starts: list('Bab Chorn Dov Fed Hav Kon Lukash Maz Nester Os Pan Roman Sem Symon Tym Vas Yar Zin'),
      ends: list('enko chuk yuk ets skyi iak uk ko'),
      share: 0.45,
    },
    feminine: [
      ['skyi', 'ska'],
      ['ov', 'ova'],
    ],
    middle: 0.2,
  },
  {
    name: 'turkish',
    structure: 'plain',
    female: list(
      'Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Özlem Gülay Sevgi Hülya Yasemin Esra Büşra Merve Nurten Aylin Ebru Filiz Gülşen Çiğdem',
    ),
    male: list(
      'Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Osman Murat Ömer Yusuf Özgür Kemal Emre Burak Serkan Uğur Gökhan Volkan Çağrı Erdoğan Tuncay',
    ),
    surnames: list(
      'Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Güneş Korkmaz Çakır Erdoğan Acar Bulut Taş Avcı Tekin',
    ),
    flatness: 10,
    tail: {
      starts: list('Ak Al Altın Ay Bay Boz Can Demir Er Gök Gün Kara Kaya Koca Öz Sarı Taş Tok Yal Yüce'),
      ends: list('oğlu türk taş can kaya soy bulut dağ man er gül baş'),
      share: 0.4,
    },
    middle: 0.15,
  },
  {
    name: 'greek',
    structure: 'plain',
    female: list(
      'Maria Eleni Aikaterini Vasiliki Sofia Angeliki Georgia Dimitra Konstantina Paraskevi Anna Evangelia Ioanna Christina Despina Panagiota Chrysoula Stavroula Androulla',
    ),
    male: list(
      'Georgios Ioannis Dimitrios Nikolaos Konstantinos Panagiotis Vasileios Christos Athanasios Michail Andreas Evangelos Spyridon Theodoros Antonios Costas Kyriacos Charalambos',
    ),
    surnames: list(
      'Papadopoulos Georgiou Ioannou Christodoulou Papadakis Charalambous Nicolaou Demetriou Pappas Andreou Constantinou Michaelides Vlachos Angelopoulos Economou Savva Hadjigeorgiou Kyriakou Antoniou Loizou',
    ),
    flatness: 12,
    tail: {
      starts: list('Alex Anast Athan Dimitr Georg Karagian Kostak Manol Niko Panag Petr Stavr Theod Vas Xen Zach'),
      ends: list('opoulos idis akis akos ellis oudis iadis as'),
      share: 0.4,
    },
    feminine: [
      ['opoulos', 'opoulou'],
      ['akis', 'aki'],
      ['idis', 'idou'],
    ],
    middle: 0.15,
  },
  {
    name: 'italian',
    structure: 'plain',
    female: list(
      'Maria Anna Giulia Francesca Chiara Rosa Giuseppina Angela Sara Laura Martina Valentina Elena Alessandra Federica Silvia Paola Giovanna Concetta Antonella',
    ),
    male: list(
      'Giuseppe Marco Antonio Giovanni Francesco Luigi Andrea Alessandro Salvatore Vincenzo Paolo Matteo Luca Stefano Roberto Davide Domenico Carmelo Niccolò Gaetano',
    ),
    surnames: list(
      'Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Giordano Mancini Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo',
    ),
    flatness: 14,
    tail: {
      starts: list('Bell Bert Cas Cav Fior Gal Mart Mont Pal Pell Ram Sal Tom Vall Zan'),
      ends: list('ini etti elli one ucci aro ato oni igni acci'),
      share: 0.4,
    },
    particles: { words: ['De', 'Di', 'Della', "D'"], share: 0.1 },
    middle: 0.2,
  },
  {
    name: 'portuguese',
    structure: 'mother-first',
    female: list(
      'Maria Ana Beatriz Inês Mariana Carolina Leonor Joana Sofia Rita Catarina Isabel Lurdes Fátima Conceição Graça Teresa Manuela Cláudia Vânia',
    ),
    male: list(
      'José João António Manuel Carlos Luís Pedro Francisco Rui Paulo Jorge Miguel Tiago Diogo Ricardo Nuno Fernando Joaquim Gonçalo Hélder',
    ),
    surnames: list(
      'Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves Gomes Lopes Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Neves Araújo Brandão Simões',
    ),
    flatness: 7,
    particles: { words: ['da', 'dos', 'de'], share: 0.2 },
    middle: 0.45,
  },
  {
    name: 'spanish',
    structure: 'two-surnames',
    female: list(
      'María Carmen Ana Isabel Laura Cristina Marta Lucía Sofía Elena Rosa Pilar Gabriela Daniela Valentina Camila Guadalupe Yolanda Luz Mercedes Xiomara Yesenia Alejandra Verónica',
    ),
    male: list(
      'José Antonio Manuel Juan Francisco Luis Carlos Javier Miguel Jorge Jesús Pedro Alejandro Diego Santiago Andrés Rafael Fernando Ramón Héctor Óscar Iván Ángel Sebastián',
    ),
    surnames: list(
      'García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Hernández Ruiz Díaz Moreno Muñoz Álvarez Romero Gutiérrez Alonso Navarro Torres Domínguez Ramos Vázquez Ramírez Gil ' +
        'Serrano Morales Molina Suárez Ortega Delgado Castro Ortiz Rubio Marín Núñez Medina Castillo Cortés Garrido Guerrero Cruz Flores Vargas Rojas Mendoza Reyes Acosta Peña Quiñones Zambrano Villalobos',
    ),
    flatness: 8,
    particles: { words: ['de', 'de la', 'del'], share: 0.05 },
    middle: 0.5,
  },
];
