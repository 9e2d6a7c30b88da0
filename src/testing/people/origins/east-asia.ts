/** Names of East and South-East Asia: family names before forenames of two syllables, English names beside them, single names. */
import { list, type Origin } from './origin.ts';

export const eastAsia: readonly Origin[] = [
  {
    name: 'chinese',
    structure: 'syllables',
    female: list('Li Mei Xiu Ying Fang Na Min Jing Yan Hong Xue Lan Ting Yu Juan Hui Qin Dan Ling Xin'),
    male: list('Wei Jun Jian Ming Hao Lei Yong Jie Tao Bin Peng Gang Feng Hai Zhi Guo Cheng Xiao Long Kun'),
    surnames: list(
      'Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lü Ding Ren Shen Yao Lu',
    ),
    flatness: 8,
    western: 0.4,
    middle: 0,
  },
  {
    name: 'hong-kong',
    structure: 'syllables',
    female: list('Wai Mei Ka Siu Hoi Lai Suk Yuk Man Pui Wing Sau Tsz Ching Yee Ling Yan Fong Wah Ying'),
    male: list('Chi Ka Wai Tsz Kwok Siu Chun Ho Man Kin Wing Hon Lok Ming Keung Hin Wah Kit Fai Kwan'),
    surnames: list(
      'Chan Leung Cheung Lau Wong Ng Cheng Lee Yeung Lam Ho Chow Chu Tang Tsang Tse Yip Lai Kwok Fung Mak Lo Poon Siu Yuen Tam Choi Yu Hui Kwan',
    ),
    flatness: 5,
    western: 0.7,
    middle: 0,
  },
  {
    name: 'vietnamese',
    structure: 'vietnamese',
    female: list('Lan Hoa Mai Hương Thảo Linh Ngọc Phương Trang Hà Nga Yến Tuyết Dung Thu Hạnh Loan Oanh Xuân Vy'),
    male: list('Hùng Dũng Minh Tuấn Long Nam Sơn Hải Thành Đức Quang Bình Khoa Phúc Tâm Vinh Cường Đạt Hiếu Khánh'),
    surnames: list('Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai'),
    flatness: 1.2,
    western: 0.25,
    middle: 1,
  },
  {
    name: 'indonesian',
    structure: 'one-name',
    female: list(
      'Suryani Wulandari Puspita Lestari Kartini Anggraini Damayanti Rahayu Sulastri Wahyuni Susanti Kusumawati Yuliana Handayani Widyawati Sukmawati Purwanti Astuti Fitriani Maryati',
    ),
    male: list(
      'Sukarman Wibowo Hartanto Nugroho Prasetyo Suharjo Widodo Santoso Setiawan Kurniawan Susilo Gunawan Haryanto Sutrisno Purnomo Budiman Subagio Wahyudi Supriyadi Sudirman',
    ),
    surnames: [],
    flatness: 12,
    tail: {
      starts: list('Su Wi Har Pra Sus Wah Sum Sud Mar Rus Kus Bud Pur Dar Tri Dwi Eka Sri Nur Yus'),
      ends: list(
        'yanto joyo arto adi arno wati ningsih mawan santo aji rini tuti hono manto gito yono darma lestari putra utomo',
      ),
      share: 0.5,
    },
    middle: 0.2,
  },
];
